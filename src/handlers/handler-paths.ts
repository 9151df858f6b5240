import { posix } from 'node:path';
import type { Model } from '../model/model.js';
import type { Handled, HandledKind } from './handled.js';

/** Where handlers of a kind belong, below the handlers folder. */
const folders: Readonly<Record<HandledKind, string>> = {
  tool: '',
  resource: 'resources',
  resourceTemplate: 'resource-templates',
  prompt: 'prompts',
};

/** Where a handler belongs when no other file says that it is the one. */
export function standardPath(model: Model, { kind, model: { names } }: Handled): string {
  return posix.join(folderOf(model, kind), `${names.file}.ts`);
}

/** The folder of the standard paths of a kind. */
export function folderOf(model: Model, kind: HandledKind): string {
  return posix.join(model.paths.handlers, folders[kind]);
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
