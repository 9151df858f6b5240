import { paragraphs } from '../emit/code/code.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Model } from '../model/model.js';
import { type Handled, handlerName, handlerTypeName } from './handled.js';
import { defaultHandler, freeName, handlerTypeImport, markerExport } from './handler-code.js';
import { handlerTypesPath, standardPath } from './handler-paths.js';

/** The typed stub of what has no handler yet. It is created once and is the author's from then on. */
export function emitStub(model: Model, handled: Handled): EmittedFile {
  const path = standardPath(model, handled);
  const type = handlerTypeName(handled);
  const name = freeName(handlerName(handled), (each) => each === type || each === handled.kind);
  const code = paragraphs(
    handlerTypeImport(handled, type, relativeImport(path, handlerTypesPath(model))),
    markerExport(handled, handled.kind),
    defaultHandler(handled, name, type),
  );
  return { path, kind: 'once', text: `${code.text}\n` };
}
