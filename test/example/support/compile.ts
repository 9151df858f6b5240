import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../..');
const OPTIONS = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };

/** Turns the example into JavaScript that plain Node runs, in a folder of its own. */
export async function compileExample(): Promise<{ main: string; folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'support-desk-'));
  for (const part of ['generated', 'examples']) {
    for (const file of await readdir(join(ROOT, part), { recursive: true })) {
      if (file.endsWith('.ts')) await compile(join(part, file), folder);
    }
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    main: join(folder, 'examples/support-desk/main.js'),
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function compile(path: string, folder: string): Promise<void> {
  const target = join(folder, path.replace(/\.ts$/, '.js'));
  await mkdir(dirname(target), { recursive: true });
  const source = await readFile(join(ROOT, path), 'utf8');
  await writeFile(target, ts.transpileModule(source, { compilerOptions: OPTIONS }).outputText);
}
