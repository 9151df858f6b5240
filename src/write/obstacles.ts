import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Host, HostKind } from '../host/host.js';
import { foldersAbove } from '../host/project-path.js';
import type { OutputRequest } from './output-plan.js';

export const kindWords: Readonly<Record<Exclude<HostKind, 'absent'>, string>> = {
  file: 'a file',
  directory: 'a folder',
  symlink: 'a symbolic link',
  other: 'a pipe or device',
};

/** Everything on the way to a file of this request that is no plain folder: a link there could lead a write anywhere. */
export function findObstacles(host: Host, request: OutputRequest): Diagnostic[] {
  const folders = new Set(foldersAbove(`${request.output}/x`));
  for (const { kind, path } of request.files) {
    if (kind !== 'generated') for (const folder of foldersAbove(path)) folders.add(folder);
  }
  return [...folders].sort().flatMap((path) => {
    const kind = host.kindOf(path);
    return kind === 'absent' || kind === 'directory' ? [] : [notAFolder(path, kind)];
  });
}

export function notAFolder(
  path: string,
  kind: Exclude<HostKind, 'absent'>,
  needed: 'a plain file' | 'a plain folder' = 'a plain folder',
): Diagnostic {
  return diagnose('output/not-a-folder', { path, kind: kindWords[kind], needed });
}
