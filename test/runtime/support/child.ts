import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '../../..');

interface Compiled {
  readonly script: string;
  readonly remove: () => Promise<void>;
}

/** Turns the runtime and one fixture into JavaScript that plain Node runs, in a folder of its own. */
export async function compileFixture(name: string): Promise<Compiled> {
  return compileFolders(['src/runtime'], `test/runtime/fixtures/${name}.ts`);
}

/** Turns all TypeScript below these folders of the checkout, and one script, into JavaScript that plain Node runs, in a folder of its own. */
export async function compileFolders(folders: readonly string[], script: string): Promise<Compiled> {
  const folder = await mkdtemp(join(tmpdir(), 'runtime-'));
  const found = await Promise.all(folders.map((each) => sourcesBelow(each)));
  for (const path of new Set([...found.flat(), script])) {
    const target = join(folder, path.replace(/\.ts$/, '.js'));
    await mkdir(dirname(target), { recursive: true });
    const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true };
    const { outputText } = ts.transpileModule(await readFile(join(ROOT, path), 'utf8'), { compilerOptions: options });
    await writeFile(target, outputText);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    script: join(folder, script.replace(/\.ts$/, '.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function sourcesBelow(folder: string): Promise<readonly string[]> {
  const files = await readdir(join(ROOT, folder), { recursive: true });
  return files.filter((file) => file.endsWith('.ts')).map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
}

export interface Child {
  readonly process: ChildProcess;
  /** Resolves with the exit code, or the signal that ended the process. */
  readonly exited: Promise<number | string | null>;
  /** Resolves with the first match on stderr. */
  readonly says: (pattern: RegExp) => Promise<string>;
}

export function start(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let text = '';
  child.stderr.on('data', (chunk) => {
    text += String(chunk);
  });
  const says = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const match = pattern.exec(text);
      if (match !== null) return match[1] ?? match[0];
      await once(child.stderr, 'data');
    }
  };
  const exited = once(child, 'exit').then(([code, signal]: unknown[]) => (code ?? signal) as number | string | null);
  return { process: child, exited, says };
}
