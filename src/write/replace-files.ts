import type { Host } from '../host/host.js';
import { isInsidePath } from '../host/project-path.js';
import { isJsonObject } from '../json.js';
import type { PlannedFile } from './output-plan.js';
import type { Undo } from './undo.js';
import type { WorkPlace } from './work-place.js';

/** What replacing file by file does, by paths below the output folder. On disk while it happens, so that a kill can be undone. */
interface Journal {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly removed: readonly string[];
}

/**
 * The way for an output folder that cannot be renamed: file by file from the staged folder, each one atomically. A kill
 * in between leaves a mixture, which the journal lets the next build undo; the journal's removal makes it final.
 */
export function replaceFiles(
  host: Host,
  output: string,
  files: readonly PlannedFile[],
  place: WorkPlace,
  undo: Undo,
): void {
  const journal = journalOf(output, files);
  undo.add(() => undoJournal(host, output, place, journal));
  host.writeFile(`${place.journal}.draft`, new TextEncoder().encode(JSON.stringify(journal)));
  host.rename(`${place.journal}.draft`, place.journal);
  // First, since on some systems a new name may be an old one in other letters.
  for (const path of journal.removed) host.rename(`${output}/${path}`, `${place.previous}/${path}`);
  for (const path of journal.updated) {
    host.link(`${output}/${path}`, `${place.previous}/${path}`);
    host.rename(`${place.next}/${path}`, `${output}/${path}`);
  }
  for (const path of journal.created) host.rename(`${place.next}/${path}`, `${output}/${path}`);
  // Gone already: this takes the folders that are empty now.
  for (const path of journal.removed) host.remove(`${output}/${path}`);
  host.remove(place.journal);
}

/** Undoes what a killed build did file by file, if that is how it was killed. */
export function undoKilledReplacement(host: Host, output: string, place: WorkPlace): boolean {
  if (host.kindOf(place.journal) !== 'file') return false;
  const journal = parseJournal(new TextDecoder().decode(host.readFile(place.journal)));
  if (journal === undefined) return false;
  undoJournal(host, output, place, journal);
  return true;
}

/** Can be repeated after having been interrupted anywhere. */
function undoJournal(host: Host, output: string, place: WorkPlace, journal: Journal): void {
  for (const path of journal.created) {
    if (host.kindOf(`${place.next}/${path}`) === 'absent') host.remove(`${output}/${path}`);
  }
  for (const path of [...journal.updated, ...journal.removed]) {
    if (host.kindOf(`${place.previous}/${path}`) === 'file') {
      host.rename(`${place.previous}/${path}`, `${output}/${path}`);
    }
  }
}

function journalOf(output: string, files: readonly PlannedFile[]): Journal {
  const having = (change: PlannedFile['change']): string[] =>
    files.flatMap((each) => (each.change === change ? [each.path.slice(output.length + 1)] : []));
  return { created: having('create'), updated: having('update'), removed: having('remove') };
}

/** The journal of a stranger's project could be anything: paths that leave the output folder make it void. */
function parseJournal(text: string): Journal | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value)) return undefined;
  const { created, updated, removed } = value;
  return isPathList(created) && isPathList(updated) && isPathList(removed) ? { created, updated, removed } : undefined;
}

function isPathList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string' && isInsidePath(each));
}
