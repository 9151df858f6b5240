import { lines, nothing, ts } from '../emit/code/code.js';
import { identifier } from '../emit/code/identifier.js';
import { propertyKey, stringLiteral } from '../emit/code/literal.js';
import { importTypes, importValues, moduleText } from '../emit/code/module.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import { relativeImport } from '../emit/relative-import.js';
import type { Model } from '../model/model.js';
import { type Bindings, type HandledKind, handledKinds, handledOf, handlerName, sectionOf } from './handled.js';
import { bindingsPath } from './handler-paths.js';

/**
 * `<output>/server/handlers.ts`: every handler by its kind, under the wire name of what it implements. Those of tools, of which there may be
 * thousands, are loaded when they are first called.
 *
 * `satisfies Handlers<never>` checks each handler's input and output at its own line, and lets each keep the services that it asks for, so
 * that `createServer(handlers, { services })` can check those.
 */
export function emitHandlerBindings(model: Model, bindings: Bindings): EmittedFile {
  const path = bindingsPath(model);
  const bound = handledOf(model).map((handled) => {
    const { kind, model: of } = handled;
    const file = bindings[kind].get(of.name);
    if (file === undefined) throw new Error(`no handler file is bound to the ${kind} ${of.name}`);
    const local = identifier(handlerName(handled));
    return { kind, local, key: propertyKey(of.name), specifier: relativeImport(path, file) };
  });
  const isLazy = (kind: HandledKind) => kind === 'tool';
  const imports = bound
    .filter(({ kind }) => !isLazy(kind))
    .map(({ local, specifier }) => ts`import ${local} from ${stringLiteral(specifier)};`);
  const sections = handledKinds.flatMap((kind) => {
    const members = bound
      .filter((each) => each.kind === kind)
      .map(({ key, local, specifier }) => {
        const value = isLazy(kind) ? ts`lazy(() => import(${stringLiteral(specifier)}))` : local;
        return ts`${key}: ${value},`;
      });
    if (members.length === 0) return [];
    return [lines(ts`${propertyKey(sectionOf[kind])}: {`, ts`  ${lines(members)}`, ts`},`)];
  });
  const object = sections.length === 0 ? ts`{}` : lines(ts`{`, ts`  ${lines(sections)}`, ts`}`);
  const text = moduleText(
    [
      ...imports,
      bound.some(({ kind }) => isLazy(kind)) ? importValues(['lazy'], '../runtime/lazy-handler.js') : nothing,
      importTypes(['Handlers'], './handler.js'),
    ],
    ts`export const handlers = ${object} satisfies Handlers<never>;`,
  );
  return { path, kind: 'generated', text };
}
