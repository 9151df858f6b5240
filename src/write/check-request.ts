import { foldersAbove, isInsidePath } from '../host/project-path.js';
import { lockFileName } from './lock-file.js';
import type { OutputRequest } from './output-plan.js';

/**
 * The backstop behind the names that the model makes safe and the folders that the configuration checks: whatever this
 * finds is a bug of ours, so it throws. Paths stay inside; generated files stand in the output folder, all others
 * outside; no two are the same, or one a folder of the other, on a file system that folds case or normalises.
 */
export function checkRequest(request: OutputRequest): void {
  const { files, output } = request;
  if (!isInsidePath(output)) throw new Error(`the output folder is not inside the project: ${JSON.stringify(output)}`);
  const seen = new Map<string, string>([[fold(`${output}/${lockFileName}`), `${output}/${lockFileName}`]]);
  for (const { path, kind } of files) {
    if (!isInsidePath(path)) throw new Error(`emitted a path that is not inside the project: ${JSON.stringify(path)}`);
    if (fold(path).startsWith(`${fold(output)}/`) !== (kind === 'generated')) {
      throw new Error(`emitted a ${kind} file ${kind === 'generated' ? 'outside' : 'inside'} ${output}: ${path}`);
    }
    const other = seen.get(fold(path));
    if (other !== undefined) throw new Error(`emitted two files with one path: ${other} and ${path}`);
    seen.set(fold(path), path);
  }
  for (const { path } of files) {
    for (const folder of foldersAbove(path)) {
      const file = seen.get(fold(folder));
      if (file !== undefined) throw new Error(`emitted a file ${file} where ${path} needs a folder`);
    }
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
