import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/host/package-assets.js';
import { typeCheck, typeChecks } from '../e2e/support/compilers.js';
import { compiled } from './project.js';

const schema = {
  type: 'object',
  properties: { id: { type: 'string', format: 'uuid', maxLength: 9 }, next: { $ref: '#' }, a: { enum: [1, {}] } },
  unevaluatedProperties: false,
};
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'precompiled-types-'));
  const { files } = await compiled([schema], 'validators: precompiled\n');
  for (const { path, text } of files) {
    const target = join(folder, 'project', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Each compiler, each resolution; all pairs of them are tried on the lazy output. */
const some = typeChecks.filter(({ title }) => /^TypeScript (7|6.*NodeNext|5.*Bundler)/.test(title));

test.each(some)('precompiled output compiles with $title', async (check) => {
  expect(await typeCheck(folder, check, false)).toBe('');
});
