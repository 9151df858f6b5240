import { lines, ts } from '../emit/code/code.js';
import { identifier } from '../emit/code/identifier.js';
import { propertyKey, stringLiteral } from '../emit/code/literal.js';
import { importTypes, moduleText } from '../emit/code/module.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import { handledTools } from '../model/handled-tools.js';
import type { Model } from '../model/model.js';
import { handlerName } from './handler-code.js';
import { bindingsPath } from './handler-paths.js';

/**
 * `<output>/server/handlers.ts`: every handler by its kind, under the wire name of what it implements.
 *
 * `satisfies Handlers<never>` checks each handler's input and output at its own line, and lets each keep the services that it asks for, so
 * that `createServer(handlers, { services })` can check those.
 */
export function emitHandlerBindings(model: Model, bindings: ReadonlyMap<string, string>): EmittedFile {
  const path = bindingsPath(model);
  const bound = handledTools(model).map((tool) => {
    const file = bindings.get(tool.name);
    if (file === undefined) throw new Error(`no handler file is bound to ${tool.name}`);
    return { local: identifier(handlerName(tool)), key: propertyKey(tool.name), specifier: relativeImport(path, file) };
  });
  const imports = bound.map(({ local, specifier }) => ts`import ${local} from ${stringLiteral(specifier)};`);
  const tools = lines(bound.map(({ key, local }) => ts`${key}: ${local},`));
  const sections = bound.length === 0 ? [] : [lines(ts`tools: {`, ts`  ${tools}`, ts`},`)];
  const object = sections.length === 0 ? ts`{}` : lines(ts`{`, ts`  ${lines(sections)}`, ts`}`);
  const text = moduleText(
    [...imports, importTypes(['Handlers'], './handler.js')],
    ts`export const handlers = ${object} satisfies Handlers<never>;`,
  );
  return { path, kind: 'generated', text };
}
