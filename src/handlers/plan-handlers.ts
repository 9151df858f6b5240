import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Result, resultOf } from '../diagnostics/result.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Host } from '../host/host.js';
import { handledTools } from '../model/handled-tools.js';
import type { Model, ToolModel } from '../model/model.js';
import { assignHandlers, type Orphan } from './assign-handlers.js';
import { completeFile } from './complete-file.js';
import { emitStub } from './emit-stub.js';
import { findRenames } from './find-renames.js';
import { foldedPath, handlerTypesPath, standardPath } from './handler-paths.js';
import type { HandlerFile } from './inspect-file.js';
import { readPreviousOutput } from './previous-output.js';
import { readHandlers } from './read-handlers.js';

/** What to do about handlers so that every tool has one. Nothing is written here. */
export interface HandlerPlan {
  /** Stubs to create (`once`) and files of the author to append to (`completed`). */
  readonly files: readonly EmittedFile[];
  /** Wire name to the project-relative path of its handler file, for every tool. */
  readonly bindings: ReadonlyMap<string, string>;
  /** Files that implement a tool which no manifest declares; they stay. */
  readonly kept: readonly string[];
}

/**
 * Looks at the author's handler files and plans what is missing. `export const tool` decides which tool a file implements; without it, the
 * file's name does when it is the one that a stub would get. Other files are the author's own affair. Issue 2, "Handlers".
 *
 * Errors: a file that cannot be read, two files for one tool, something else in the place of a tool's handler.
 * Warnings: handlers of tools that were removed or renamed.
 */
export async function planHandlers(host: Host, model: Model): Promise<Result<HandlerPlan>> {
  const found = readHandlers(host, model);
  const { handlers, unbound, orphans, diagnostics: misassigned } = assignHandlers(model, found.files);
  const renames =
    orphans.length === 0 || unbound.length === 0
      ? new Map<ToolModel, Orphan>()
      : findRenames(model, orphans, unbound, readPreviousOutput(host, model));
  const diagnostics = [...found.diagnostics, ...misassigned, ...reportOrphans(orphans, renames)];

  const bindings = new Map<string, string>();
  const files: EmittedFile[] = [];
  const inPlace = new Map(found.files.map((file) => [foldedPath(file.source.path), file]));
  for (const tool of handledTools(model)) {
    const handler = handlers.get(tool);
    const bound = handler ?? renames.get(tool)?.file;
    bindings.set(tool.name, bound?.source.path ?? standardPath(model, tool));
    if (handler !== undefined) files.push(...(await complete(model, tool, handler)));
    if (bound !== undefined) continue;
    const obstacle = findObstacle(host, model, tool, inPlace);
    if (obstacle === 'none') files.push(emitStub(model, tool));
    else if (obstacle !== 'reported') diagnostics.push(obstacle);
  }
  const renamed = new Set(renames.values());
  const kept = orphans.filter((orphan) => !renamed.has(orphan)).map(({ file }) => file.source.path);
  return resultOf({ files, bindings, kept }, diagnostics);
}

function reportOrphans(orphans: readonly Orphan[], renames: ReadonlyMap<ToolModel, Orphan>): Diagnostic[] {
  const newNames = new Map([...renames].map(([tool, orphan]) => [orphan, tool.name]));
  return orphans.map((orphan) => {
    const params = { path: orphan.file.source.path, tool: orphan.tool };
    const candidate = newNames.get(orphan);
    return candidate === undefined
      ? diagnose('handlers/orphan', params, { span: orphan.span })
      : diagnose('handlers/renamed', { ...params, candidate }, { span: orphan.span });
  });
}

/** The file with what it lacks, or nothing when it lacks nothing. A `tool` that cannot be read is reported, not replaced. */
async function complete(model: Model, tool: ToolModel, file: HandlerFile): Promise<EmittedFile[]> {
  if (file.tool.kind === 'computed' || (file.tool.kind === 'literal' && file.hasDefault)) return [];
  const { path } = file.source;
  const text = await completeFile(file, tool, relativeImport(path, handlerTypesPath(model)));
  return [{ path, kind: 'completed', text }];
}

/** What stands where the tool's stub would go. */
function findObstacle(
  host: Host,
  model: Model,
  tool: ToolModel,
  inPlace: ReadonlyMap<string, HandlerFile>,
): Diagnostic | 'none' | 'reported' {
  const path = standardPath(model, tool);
  const other = inPlace.get(foldedPath(path));
  if (other?.tool.kind === 'literal') {
    const params = { path: other.source.path, tool: tool.name, says: other.tool.name };
    return diagnose('handlers/taken', params, { span: other.tool.span });
  }
  const kind = host.kindOf(path);
  if (kind === 'absent') return 'none';
  // A file that could not be read as a handler has its finding already.
  if (kind === 'file') return 'reported';
  const names = { directory: 'a folder', symlink: 'a symbolic link', other: 'no regular file' };
  return diagnose('handlers/not-a-file', { path, tool: tool.name, kind: names[kind] });
}
