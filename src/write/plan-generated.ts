import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type HostContent, HostError } from '../host/host.js';
import { foldersAbove } from '../host/project-path.js';
import { digestOf, isSameText } from './digest.js';
import { formatLockFile, type LockFile, lockFileName } from './lock-file.js';
import { notAFolder } from './obstacles.js';
import type { OutputRequest, PlannedFile } from './output-plan.js';

/** More than any generated file has; what is larger on disk was not written by mcpgen. */
const maxFileBytes = 256 * 1024 * 1024;

/** What desktop systems leave in every folder that someone looks at: kept, and not worth a word. */
const desktopLitter = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

export interface Comparison {
  readonly request: OutputRequest;
  /** Files in the output folder, by their paths. */
  readonly present: ReadonlyMap<string, HostContent>;
  /** What mcpgen wrote last time. */
  readonly lock: LockFile | undefined;
  /** Findings are added here. */
  readonly diagnostics: Diagnostic[];
}

/** Plans everything in the output folder: emitted files, those no longer emitted, extra ones, and the lock file. */
export function planGenerated(comparison: Comparison): PlannedFile[] {
  const { request, present, lock } = comparison;
  const { output } = request;
  const emitted = new Map(request.files.flatMap((each) => (each.kind === 'generated' ? [[each.path, each.text]] : [])));
  const lockPath = `${output}/${lockFileName}`;
  const files = [...emitted].map(([path, text]) => planEmitted(comparison, path, text));
  for (const [path, file] of present) {
    if (emitted.has(path) || path === lockPath || isLitter(path)) continue;
    const digest = lock?.files.get(path.slice(output.length + 1));
    files.push(digest === undefined ? planForeign(comparison, file) : planObsolete(comparison, file, digest));
  }
  reportMisplaced(comparison, files, new Set(emitted.keys()));
  return [...files, planLock(comparison, lockPath, emitted)];
}

function isLitter(path: string): boolean {
  return desktopLitter.has(path.slice(path.lastIndexOf('/') + 1));
}

function planEmitted(comparison: Comparison, path: string, after: string): PlannedFile {
  const { request, present, lock, diagnostics } = comparison;
  const owner = 'mcpgen';
  const file = present.get(path);
  if (file === undefined) return { path, owner, change: 'create', after };
  const now = readBounded(file);
  if (isSameText(now, after)) return { path, owner, change: 'none', after };
  const before = new Uint8Array(now);
  const digest = lock?.files.get(path.slice(request.output.length + 1));
  if (request.force || digest === digestOf(before)) return { path, owner, change: 'update', before, after };
  diagnostics.push(diagnose(digest === undefined ? 'output/unowned' : 'output/edited', { path }));
  return { path, owner, change: 'blocked', before, after };
}

function planObsolete(comparison: Comparison, file: HostContent, digest: string): PlannedFile {
  const { path } = file;
  const before = new Uint8Array(readBounded(file));
  const owner = 'mcpgen';
  if (comparison.request.force || digest === digestOf(before)) return { path, owner, change: 'remove', before };
  comparison.diagnostics.push(diagnose('output/edited', { path }));
  return { path, owner, change: 'blocked', before };
}

function planForeign({ diagnostics }: Comparison, file: HostContent): PlannedFile {
  const { path } = file;
  diagnostics.push(diagnose('output/extra', { path }));
  return { path, owner: 'author', change: 'extra', before: new Uint8Array(readBounded(file)) };
}

/** A file that stays where a folder is needed, and a folder with something that stays where a file is needed. */
function reportMisplaced(
  { diagnostics }: Comparison,
  files: readonly PlannedFile[],
  emitted: ReadonlySet<string>,
): void {
  const folders = new Set([...emitted].flatMap(foldersAbove));
  const crowded = new Set<string>();
  for (const { path, change } of files) {
    if (change === 'remove' || emitted.has(path)) continue;
    if (folders.has(path)) diagnostics.push(notAFolder(path, 'file'));
    for (const folder of foldersAbove(path)) if (emitted.has(folder)) crowded.add(folder);
  }
  for (const path of crowded) diagnostics.push(notAFolder(path, 'directory', 'a plain file'));
}

function planLock({ request, present }: Comparison, path: string, emitted: ReadonlyMap<string, string>): PlannedFile {
  const prefix = request.output.length + 1;
  const digests = new Map([...emitted].map(([each, text]) => [each.slice(prefix), digestOf(text)]));
  const after = formatLockFile({ mcpgen: request.compilerVersion, model: request.modelDigest, files: digests });
  const owner = 'mcpgen';
  const file = present.get(path);
  if (file === undefined) return { path, owner, change: 'create', after };
  const before = new Uint8Array(readBounded(file));
  return isSameText(before, after)
    ? { path, owner, change: 'none', after }
    : { path, owner, change: 'update', before, after };
}

/** Valid until another file is read. */
function readBounded(file: HostContent): Uint8Array {
  try {
    return file.read({ maxBytes: maxFileBytes }) ?? new Uint8Array();
  } catch (error) {
    if (error instanceof HostError && error.systemCode === 'EFBIG')
      return new TextEncoder().encode('\0 too large to read');
    throw error;
  }
}
