import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalogue.js';
import { inOrder } from '../../src/diagnostics/reporters/order.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';

test('the project first, then files by code units, positions, codes', () => {
  const upper = new SourceFile('manifests/Z.yaml', 'abc');
  const lower = new SourceFile('manifests/a.yaml', 'abc');
  const at = (file: SourceFile, start: number, end: number) => ({ span: { file, start, end } });
  const sorted = [
    diagnose('project/no-config', { folder: '.' }),
    diagnose('names/dot', { name: 'x' }, at(upper, 2, 3)),
    diagnose('names/dot', { name: 'x' }, at(lower, 0, 1)),
    diagnose('names/long', { name: 'x', length: 70 }, at(lower, 0, 1)),
    diagnose('names/dot', { name: 'x' }, at(lower, 0, 2)),
    diagnose('names/dot', { name: 'x' }, at(lower, 2, 2)),
    diagnose('names/dot', { name: 'y' }, at(lower, 2, 2)),
  ];
  expect(inOrder([...sorted].reverse())).toEqual(sorted);
});
