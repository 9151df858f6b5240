import { type Host, HostError } from '../host/host.js';
import { isChange, type OutputPlan, type PlannedFile } from './output-plan.js';
import { replaceFiles } from './replace-files.js';
import { Undo } from './undo.js';
import { type WorkPlace, workPlaceOf } from './work-place.js';

/** Something failed, and so did putting everything back. */
export class RestoreError extends Error {
  override readonly name = 'RestoreError';
  constructor(override readonly cause: HostError) {
    super(cause.message, { cause });
  }
}

/**
 * Makes the disk what the plan says: everything is written beside the output folder, then swapped in with two renames.
 * The caller holds the lock, and the plan is fresh and free of errors. Throws HostError when something failed and all
 * is as it was; RestoreError when it is not, and the next build has to recover.
 */
export function swapIn(host: Host, plan: OutputPlan): void {
  const place = workPlaceOf(plan.request.output);
  const ours = plan.files.filter((each) => each.owner === 'mcpgen');
  const authors = plan.files.filter((each) => each.owner === 'author' && isChange(each));
  const changesOutput = ours.some(isChange);
  allOrNothing(host, place, (undo) => {
    if (changesOutput) stageOutput(host, plan, ours, place);
    stageAuthors(host, authors, place);
    host.uninterrupted(() => {
      placeAuthors(host, authors, place, undo);
      if (changesOutput) swapFolders(host, plan, ours, place, undo);
    });
  });
}

/** The same for files of the author alone. The caller holds the lock, and has looked at what is there. */
export function swapInAuthors(host: Host, place: WorkPlace, authors: readonly PlannedFile[]): void {
  allOrNothing(host, place, (undo) => {
    stageAuthors(host, authors, place);
    host.uninterrupted(() => placeAuthors(host, authors, place, undo));
  });
}

function allOrNothing(host: Host, place: WorkPlace, work: (undo: Undo) => void): void {
  const undo = new Undo();
  try {
    work(undo);
  } catch (error) {
    // A kill or a bug is not ours to tidy up after: the next build does.
    if (!(error instanceof HostError)) throw error;
    if (!undo.run()) throw new RestoreError(error);
    discard(host, place);
    throw error;
  }
  discard(host, place);
}

/** The complete new output folder: second names for what stays, so that its times and identity stay too. */
function stageOutput(host: Host, plan: OutputPlan, ours: readonly PlannedFile[], place: WorkPlace): void {
  const within = (path: string): string => path.slice(plan.request.output.length + 1);
  const made = ours.flatMap(({ path, change, after }) =>
    after !== undefined && (change === 'create' || change === 'update') ? [[within(path), encode(after)] as const] : [],
  );
  host.createFolder(place.next, made);
  const changed = new Set(ours.flatMap((each) => (isChange(each) ? [each.path] : [])));
  for (const path of plan.present) {
    // Never over a file, or a name that the file system takes for another one would lose what was written.
    if (!changed.has(path)) host.link(path, `${place.next}/${within(path)}`);
  }
}

function stageAuthors(host: Host, authors: readonly PlannedFile[], place: WorkPlace): void {
  for (const [index, { path, change, after = '' }] of authors.entries()) {
    host.writeFile(`${place.author}/${index}`, encode(after), change === 'update' ? { modeOf: path } : {});
  }
}

function placeAuthors(host: Host, authors: readonly PlannedFile[], place: WorkPlace, undo: Undo): void {
  for (const [index, { path, change }] of authors.entries()) {
    const staged = `${place.author}/${index}`;
    if (change === 'create') {
      host.link(staged, path);
      undo.add(() => host.remove(path));
    } else {
      const kept = `${place.author}/${index}.before`;
      host.link(path, kept);
      host.rename(staged, path);
      undo.add(() => host.rename(kept, path));
    }
  }
}

function swapFolders(host: Host, plan: OutputPlan, ours: readonly PlannedFile[], place: WorkPlace, undo: Undo): void {
  const { output } = plan.request;
  if (host.kindOf(output) === 'absent') {
    host.rename(place.next, output);
    return;
  }
  try {
    host.rename(output, place.previous);
  } catch (error) {
    // Windows refuses while anything in the folder is open, and every system when it is a mount point.
    if (!(error instanceof HostError)) throw error;
    replaceFiles(host, output, ours, place, undo);
    return;
  }
  undo.add(() => host.rename(place.previous, output));
  host.rename(place.next, output);
  undo.add(() => host.rename(output, place.next));
  rescueLateFiles(host, plan, place);
  host.rename(place.previous, place.discarded);
}

/** A file that someone saved into the output folder after it was listed would be thrown away with the old folder. */
function rescueLateFiles(host: Host, plan: OutputPlan, place: WorkPlace): void {
  const known = new Set(plan.present);
  for (const { path } of host.listEntries(place.previous)) {
    const original = plan.request.output + path.slice(place.previous.length);
    if (!known.has(original)) host.link(path, original);
  }
}

/** What cannot be removed now is removed by the next build; the output is complete either way. */
function discard(host: Host, place: WorkPlace): void {
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      host.removeTree(place.work);
      return;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
    }
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
