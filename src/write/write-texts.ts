import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Host, HostError } from '../host/host.js';
import { foldersAbove } from '../host/project-path.js';
import type { WriteReport } from './check-output.js';
import { notAFolder } from './obstacles.js';
import type { PlannedFile } from './output-plan.js';
import { recover } from './recover.js';
import { RestoreError, swapInAuthors } from './swap-in.js';
import { workPlaceOf } from './work-place.js';

/** One of the author's files, as it was read and as it is to be; without a byte order mark, as a `SourceFile` has it. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** How long it waits for a build to end, in milliseconds. */
const patience = 5_000;

/**
 * Puts new texts into files of the author, all of them or none. A file that is not what was read any more, or that is reached by
 * a link, is not touched. Builds of the same output folder wait.
 */
export function writeTexts(host: Host, output: string, texts: readonly ChangedText[]): WriteReport {
  if (texts.length === 0) return { ok: true, files: [], diagnostics: [] };
  const place = workPlaceOf(output);
  try {
    const lock = host.lock(place.lock, patience);
    if (lock === undefined) return failed(diagnose('output/busy', { path: place.lock }));
    try {
      recover(host, output);
      const diagnostics = texts.flatMap((each) => findObstacle(host, each));
      if (diagnostics.length > 0) return failed(...diagnostics);
      swapInAuthors(
        host,
        place,
        texts.map((each) => plannedOf(host, each)),
      );
    } finally {
      lock.release();
    }
  } catch (error) {
    if (error instanceof RestoreError) {
      const { path, systemCode: reason } = error.cause;
      return failed(diagnose('output/restore-failed', { path, reason, work: place.work }));
    }
    if (!(error instanceof HostError)) throw error;
    return failed(diagnose('output/write-failed', { path: error.path, reason: error.systemCode }));
  }
  return { ok: true, files: texts.map(({ path }) => ({ path, status: 'updated' })), diagnostics: [] };
}

function failed(...diagnostics: Diagnostic[]): WriteReport {
  return { ok: false, files: [], diagnostics };
}

/** What was read through a link is not written through it: it would replace the link, or a file that others share. */
function findObstacle(host: Host, { path, before }: ChangedText): Diagnostic[] {
  for (const folder of foldersAbove(path)) {
    const kind = host.kindOf(folder);
    if (kind !== 'absent' && kind !== 'directory') return [notAFolder(folder, kind)];
  }
  const kind = host.kindOf(path);
  if (kind !== 'absent' && kind !== 'file') return [notAFolder(path, kind, 'a plain file')];
  const now = new TextDecoder().decode(host.readFile(path));
  return kind === 'file' && now === before ? [] : [diagnose('output/changed-meanwhile', { path })];
}

function plannedOf(host: Host, { path, after }: ChangedText): PlannedFile {
  const [first, second, third] = host.readFile(path) ?? [];
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  return { path, owner: 'author', change: 'update', after: isMarked ? `\uFEFF${after}` : after };
}
