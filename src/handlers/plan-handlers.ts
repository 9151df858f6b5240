import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Result, resultOf } from '../diagnostics/result.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Host } from '../host/host.js';
import type { BuildMemory } from '../memory/build-memory.js';
import type { Model } from '../model/model.js';
import { type Assignment, assignHandlers, type Orphan } from './assign-handlers.js';
import { completeFile } from './complete-file.js';
import { emitStub } from './emit-stub.js';
import { findRenames } from './find-renames.js';
import { type Bindings, type Handled, handledOf } from './handled.js';
import { foldedPath, handlerTypesPath, standardPath } from './handler-paths.js';
import type { HandlerFile } from './inspect-file.js';
import { readPreviousOutput } from './previous-output.js';
import { readHandlers } from './read-handlers.js';

/** What to do about handlers so that everything has one. Nothing is written here. */
export interface HandlerPlan {
  /** Stubs to create (`once`) and files of the author to append to (`completed`). */
  readonly files: readonly EmittedFile[];
  /** The handler file of everything that needs one. */
  readonly bindings: Bindings;
  /** Files that implement what no manifest declares; they stay. */
  readonly kept: readonly string[];
}

/**
 * Looks at the author's handler files and plans what is missing. A marker such as `export const tool` decides what a file implements;
 * without it, the file's path does when it is the one that a stub would get. Other files are the author's own affair.
 *
 * Errors: a file that cannot be read, two files for one tool or prompt, something else in the place of a handler.
 * Warnings: handlers of what was removed or renamed.
 */
export async function planHandlers(host: Host, model: Model, memory?: BuildMemory): Promise<Result<HandlerPlan>> {
  const all = handledOf(model);
  const found = readHandlers(host, model, all, memory);
  const assignment = assignHandlers(model, all, found.files);
  const { handlers, unbound, orphans } = assignment;
  const renames =
    orphans.length === 0 || unbound.length === 0
      ? new Map<Handled, Orphan>()
      : findRenames(model, orphans, unbound, readPreviousOutput(host, model));
  const diagnostics = [...found.diagnostics, ...assignment.diagnostics, ...reportOrphans(orphans, renames)];

  const bindings = { tool: new Map(), resource: new Map(), resourceTemplate: new Map(), prompt: new Map() };
  const files: EmittedFile[] = [];
  const inPlace = new Map(found.files.map((file) => [foldedPath(file.source.path), file]));
  for (const handled of all) {
    const handler = handlers.get(handled);
    const bound = handler ?? renames.get(handled)?.file;
    bindings[handled.kind].set(handled.model.name, bound?.source.path ?? standardPath(model, handled));
    if (handler !== undefined) files.push(...(await complete(model, handled, handler)));
    if (bound !== undefined) continue;
    const obstacle = findObstacle(host, model, handled, inPlace, assignment);
    if (obstacle === 'none') files.push(emitStub(model, handled));
    else if (obstacle !== 'reported') diagnostics.push(obstacle);
  }
  const renamed = new Set(renames.values());
  const kept = orphans.filter((orphan) => !renamed.has(orphan)).map(({ file }) => file.source.path);
  return resultOf({ files, bindings, kept }, diagnostics);
}

function reportOrphans(orphans: readonly Orphan[], renames: ReadonlyMap<Handled, Orphan>): Diagnostic[] {
  const newNames = new Map([...renames].map(([handled, orphan]) => [orphan, handled.model.name]));
  return orphans.map((orphan) => {
    const { kind, name } = orphan;
    const params = { path: orphan.file.source.path, kind, name };
    const candidate = newNames.get(orphan);
    return candidate === undefined
      ? diagnose('handlers/orphan', params, { span: orphan.span })
      : diagnose('handlers/renamed', { ...params, candidate }, { span: orphan.span });
  });
}

/** The file with what it lacks, or nothing when it lacks nothing. A marker that cannot be read is reported, not replaced. */
async function complete(model: Model, handled: Handled, file: HandlerFile): Promise<EmittedFile[]> {
  const marker = file.markers[handled.kind];
  if (marker?.kind === 'computed' || (marker !== undefined && file.hasDefault)) return [];
  const { path } = file.source;
  const text = await completeFile(file, handled, relativeImport(path, handlerTypesPath(model)));
  return [{ path, kind: 'completed', text }];
}

/** What stands where a stub would go. */
function findObstacle(
  host: Host,
  model: Model,
  handled: Handled,
  inPlace: ReadonlyMap<string, HandlerFile>,
  { claims }: Assignment,
): Diagnostic | 'none' | 'reported' {
  const { kind, model: of } = handled;
  const path = standardPath(model, handled);
  const other = inPlace.get(foldedPath(path));
  const claim = other && claims.get(other);
  if (other !== undefined && claim?.marker.kind === 'literal') {
    const { name, span } = claim.marker;
    const params = { path: other.source.path, kind, name: of.name, says: { kind: claim.kind, name } };
    return diagnose('handlers/taken', params, { span });
  }
  const found = host.kindOf(path);
  if (found === 'absent') return 'none';
  // A file that could not be read as a handler has its finding already.
  if (found === 'file') return 'reported';
  const names = { directory: 'a folder', symlink: 'a symbolic link', other: 'no regular file' };
  return diagnose('handlers/not-a-file', { path, kind, name: of.name, found: names[found] });
}
