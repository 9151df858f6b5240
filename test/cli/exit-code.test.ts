import { expect, test } from 'vitest';
import { exitCodeOf } from '../../src/cli/exit-code.js';
import type { FileReport } from '../../src/write/write-report.js';
import { dot, skew, unknownKey } from '../diagnostics/support.js';

function file(status: FileReport['status']): FileReport {
  return { path: 'generated/a.ts', status };
}

test.each([
  ['nothing', [], undefined, 0],
  ['a remark', [skew], 0, 0],
  ['warnings', [dot, dot], undefined, 0],
  ['as many warnings as allowed', [dot, dot], 2, 0],
  ['too many warnings', [dot, dot], 1, 1],
  ['a warning where none is allowed', [dot], 0, 1],
  ['an error', [dot, unknownKey], undefined, 1],
] as const)('%s', (_, diagnostics, maxWarnings, expected) => {
  expect(exitCodeOf({ diagnostics, files: [] }, { maxWarnings })).toBe(expected);
});

test.each(['stale', 'missing', 'extra', 'edited'] as const)('a file that is %s fails only a check', (status) => {
  expect(exitCodeOf({ diagnostics: [], files: [file(status)] }, { check: true })).toBe(1);
  expect(exitCodeOf({ diagnostics: [], files: [file(status)] })).toBe(0);
});

test.each(['created', 'updated', 'unchanged', 'removed', 'kept'] as const)('a file that is %s is fine', (status) => {
  expect(exitCodeOf({ diagnostics: [], files: [file(status)] }, { check: true })).toBe(0);
});
