import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/host/package-assets.js';
import { inTemporaryFolder } from './temporary-folder.js';

/** How a process ended and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A project that `mcpgen init` made, with its dependencies. */
export interface NewProject {
  readonly folder: string;
  readonly init: Outcome;
  /** Runs Node with these arguments in the project, without a terminal. */
  readonly node: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Outcome>;
  /** Runs npm with these arguments in the project, without a terminal. */
  readonly npm: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Outcome>;
}

export interface NewProjectOptions {
  /** What follows `mcpgen init library-desk`. */
  readonly flags?: readonly string[];
  /** `link` (default) takes the dependencies that the project names from this checkout, without network; `none` takes none. */
  readonly install?: 'link' | 'none';
}

/** Makes a project in a temporary folder with the built compiler (`npm run build` first), and removes it after the work. */
export function inNewProject<T>(
  work: (project: NewProject) => Promise<T>,
  options: NewProjectOptions = {},
): Promise<T> {
  return inTemporaryFolder(async (temporary) => {
    const folder = join(temporary, 'library-desk');
    const cli = [join(packageRoot, 'bin/run.js'), 'init', 'library-desk', ...(options.flags ?? [])];
    const init = await run(process.execPath, cli, temporary);
    if (init.code === 0 && options.install !== 'none') linkDependencies(folder);
    return work({
      folder,
      init,
      node: (args, env) => run(process.execPath, args, folder, env),
      npm: (args, env) => run('npm', args, folder, env),
    });
  });
}

/** Links exactly what package.json names, so that a dependency it forgot is missing here as it would be after `npm install`. */
function linkDependencies(folder: string): void {
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string>>;
  const modules = join(packageRoot, 'node_modules');
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    link(name === 'mcpgen' ? packageRoot : join(modules, name), join(folder, 'node_modules', name));
  }
  link(join(packageRoot, 'bin/run.js'), join(folder, 'node_modules/.bin/mcpgen'));
  link(join(modules, 'typescript/bin/tsc'), join(folder, 'node_modules/.bin/tsc'));
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

function run(command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (chunk: string) => {
        output[name] += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, ...output }));
  });
}
