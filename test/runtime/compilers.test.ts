import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** Stricter than this project's own settings: a generated project may have any of these. */
const STRICTEST = {
  target: 'ES2022',
  lib: ['ES2022'],
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
};
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compilers-'));
  await cp(join(ROOT, 'src/runtime'), join(folder, 'src/runtime'), { recursive: true });
  const fixture = 'test/runtime/fixtures/generated-project.ts';
  await cp(join(ROOT, fixture), join(folder, fixture));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['typescript', 'NodeNext', 'NodeNext'],
  ['typescript-6', 'ESNext', 'Bundler'],
  ['typescript-7', 'NodeNext', 'NodeNext'],
  ['typescript-7', 'ESNext', 'Bundler'],
])(
  'what is copied into projects compiles with %s, module %s, moduleResolution %s',
  async (compiler, module, moduleResolution) => {
    const config = join(folder, `tsconfig.${compiler}.${module}.json`);
    await writeFile(
      config,
      JSON.stringify({ compilerOptions: { ...STRICTEST, module, moduleResolution }, include: ['src', 'test'] }),
    );
    const run = promisify(execFile)(process.execPath, [join(ROOT, 'node_modules', compiler, 'bin/tsc'), '-p', config]);
    const { stdout } = await run.catch((error: unknown) => ({
      stdout: error instanceof Object && 'stdout' in error ? error.stdout : error,
    }));
    expect(stdout).toBe('');
  },
);
