import { paragraphs } from '../emit/code/code.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Model, ToolModel } from '../model/model.js';
import {
  defaultHandler,
  freeName,
  handlerName,
  handlerTypeImport,
  handlerTypeName,
  toolExport,
} from './handler-code.js';
import { handlerTypesPath, standardPath } from './handler-paths.js';

/** The typed stub of a tool that has no handler yet. It is created once and is the author's from then on. */
export function emitStub(model: Model, tool: ToolModel): EmittedFile {
  const path = standardPath(model, tool);
  const type = handlerTypeName(tool);
  const name = freeName(handlerName(tool), (each) => each === type);
  const code = paragraphs(
    handlerTypeImport(tool, type, relativeImport(path, handlerTypesPath(model))),
    toolExport(tool, 'tool'),
    defaultHandler(tool, name, type),
  );
  return { path, kind: 'once', text: `${code.text}\n` };
}
