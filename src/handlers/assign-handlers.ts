import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { handledTools } from '../model/handled-tools.js';
import type { Model, ToolModel } from '../model/model.js';
import { foldedPath, standardPath } from './handler-paths.js';
import type { HandlerFile } from './inspect-file.js';

/** A file that says it implements a tool which no manifest declares. */
export interface Orphan {
  readonly file: HandlerFile;
  readonly tool: string;
  /** Where it says so. */
  readonly span: Span;
}

/** Which file implements which tool, as far as the files themselves tell. */
export interface Assignment {
  readonly handlers: ReadonlyMap<ToolModel, HandlerFile>;
  /** Tools without a file, in the model's order. */
  readonly unbound: readonly ToolModel[];
  readonly orphans: readonly Orphan[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives each tool its file: the one whose `export const tool` names it, or else the one that has its file name and names no tool.
 * Everything else without a `tool` is a helper of the author.
 */
export function assignHandlers(model: Model, files: readonly HandlerFile[]): Assignment {
  const tools = new Map(handledTools(model).map((tool) => [tool.name, tool]));
  const handlers = new Map<ToolModel, HandlerFile>();
  const spans = new Map<ToolModel, Span>();
  const orphans: Orphan[] = [];
  const diagnostics: Diagnostic[] = [];

  for (const file of files) {
    if (file.tool.kind !== 'literal') continue;
    const { name, span } = file.tool;
    const tool = tools.get(name);
    const first = tool && handlers.get(tool);
    if (tool === undefined) orphans.push({ file, tool: name, span });
    else if (first === undefined) {
      handlers.set(tool, file);
      spans.set(tool, span);
    } else diagnostics.push(duplicate(name, file, span, first, spans.get(tool)));
  }

  const byStandardPath = new Map(handledTools(model).map((tool) => [foldedPath(standardPath(model, tool)), tool]));
  for (const file of files) {
    if (file.tool.kind === 'literal') continue;
    const tool = byStandardPath.get(foldedPath(file.source.path));
    const isHandler = tool !== undefined && !handlers.has(tool);
    if (isHandler) handlers.set(tool, file);
    if (file.tool.kind === 'computed' && (isHandler || file.hasDefault)) {
      const where = { span: file.tool.span, severity: isHandler ? 'error' : 'warning' } as const;
      diagnostics.push(diagnose('handlers/not-literal', { path: file.source.path }, where));
    }
  }
  return { handlers, unbound: handledTools(model).filter((tool) => !handlers.has(tool)), orphans, diagnostics };
}

function duplicate(tool: string, file: HandlerFile, span: Span, first: HandlerFile, firstSpan: Span | undefined) {
  const related = firstSpan === undefined ? [] : [{ message: 'the other one', span: firstSpan }];
  const params = { tool, path: file.source.path, other: first.source.path };
  return diagnose('handlers/duplicate', params, { span, related });
}
