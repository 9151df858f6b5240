import { expect, test } from 'vitest';
import { nextSteps } from '../../src/init/next-steps.js';

test('at most four lines, the first into the folder', () => {
  expect(nextSteps('desk', 'linux')).toBe('  cd desk\n  npm install\n  npm run build\n  npm test\n');
  expect(nextSteps('', 'linux')).toBe('  npm install\n  npm run build\n  npm test\n');
});

test.each([
  ['a b', 'linux', "'a b'"],
  ["it's $(x)", 'darwin', "'it'\\''s $(x)'"],
  ['a b', 'win32', '"a b"'],
  ['..\\desk', 'win32', '..\\desk'],
  ['\u001b[31m', 'linux', "'\\u{1b}[31m'"],
] as const)('%j on %s can be pasted', (folder, platform, word) => {
  expect(nextSteps(folder, platform).split('\n')[0]).toBe(`  cd ${word}`);
});
