import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sharing } from './compilers.js';

const shared = 'shared';

/**
 * Moves `generated/runtime` of every project into one folder, so that a compiler reads each of its files once instead of once a project.
 * Throws when two projects have a file of the same name and another content: then they could not share it.
 */
export function shareRuntime(folder: string, projects: readonly string[]): Sharing {
  const target = join(folder, shared, 'runtime');
  mkdirSync(target, { recursive: true });
  const known = new Map<string, Buffer>();
  for (const project of projects) {
    const runtime = join(folder, project, 'generated/runtime');
    for (const file of readdirSync(runtime)) {
      const bytes = readFileSync(join(runtime, file));
      const first = known.get(file);
      if (first !== undefined && !first.equals(bytes)) throw new Error(`${project} has another runtime/${file}`);
      known.set(file, bytes);
      renameSync(join(runtime, file), join(target, file));
    }
    rmSync(runtime, { recursive: true });
  }
  return { projects, shared };
}
