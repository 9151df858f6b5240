import { expect, test } from 'vitest';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { planOutput } from '../../src/write/plan-output.js';
import { once, requestOf } from './support.js';

function refusal(files: readonly EmittedFile[], output = 'generated'): unknown {
  return () => planOutput(createMemoryHost(), { ...requestOf({}, { files }), output });
}

const generated = (path: string): EmittedFile => ({ path, kind: 'generated', text: '' });

test('paths that leave the project are a bug', () => {
  for (const path of ['../x', 'generated/../../x', '/x', 'generated//x', 'generated/./x', 'a\\b', 'a\0', 'C:/x', '']) {
    expect(refusal([generated(path)]), path).toThrow('not inside the project');
    expect(refusal([once(path, '')]), path).toThrow('not inside the project');
    expect(refusal([], path), path).toThrow('not inside the project');
  }
});

test('generated files outside the output folder are a bug, and other files inside it', () => {
  expect(refusal([generated('src/x.ts')])).toThrow('emitted a generated file outside generated: src/x.ts');
  expect(refusal([generated('generated-too/x.ts')])).toThrow('outside generated');
  expect(refusal([generated('generated')])).toThrow('outside generated');
  expect(refusal([once('generated/x.ts', '')])).toThrow('emitted a once file inside generated: generated/x.ts');
  expect(refusal([once('Generated/x.ts', '')])).toThrow('inside generated');
});

test('two files that some file system takes for one are a bug', () => {
  const pairs = [
    ['x.ts', 'x.ts'],
    ['x.ts', 'X.ts'],
    ['\u00e9.ts', 'e\u0301.ts'],
    ['A/x.ts', 'a/X.ts'],
    ['mcpgen.lock', 'other.ts'],
    ['MCPGEN.lock', 'other.ts'],
  ];
  for (const pair of pairs) {
    expect(refusal(pair.map((path) => generated(`generated/${path}`))), pair.join()).toThrow('two files with one path');
  }
});

test('a file where another one needs a folder is a bug', () => {
  expect(refusal([generated('generated/a/b.ts'), generated('generated/A')])).toThrow('needs a folder');
  expect(refusal([once('src/a/b.ts', ''), once('src/a', '')])).toThrow('needs a folder');
});
