import { posix } from 'node:path';
import type { Model, ToolModel } from '../model/model.js';

/** Where the handler of a tool belongs when no other file says that it implements it. */
export function standardPath(model: Model, tool: ToolModel): string {
  return posix.join(model.paths.handlers, `${tool.names.file}.ts`);
}

/** The generated module that gathers all handlers. */
export function bindingsPath(model: Model): string {
  return posix.join(model.paths.output, 'server/handlers.ts');
}

/** The generated module that handlers are written against. */
export function handlerTypesPath(model: Model): string {
  return posix.join(model.paths.output, 'server/handler.ts');
}

/** Equal for paths that are one file where the file system folds case. */
export function foldedPath(path: string): string {
  return path.toLowerCase();
}
