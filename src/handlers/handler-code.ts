import { type Code, lines, paragraphs, ts } from '../emit/code/code.js';
import { docComment } from '../emit/code/comment.js';
import { identifier, isSafeIdentifier } from '../emit/code/identifier.js';
import { propertyKey, stringLiteral } from '../emit/code/literal.js';
import type { CompletionSource } from '../model/model.js';
import { type Handled, handlerTypeName } from './handled.js';

/** The preferred name, or the first numbered one that is free and safe. */
export function freeName(preferred: string, isTaken: (name: string) => boolean): string {
  let name = preferred;
  for (let number = 2; isTaken(name) || !isSafeIdentifier(name); number++) name = `${preferred}${number}`;
  return name;
}

/** `export const tool = 'create_ticket';`, by way of another local name when `tool` is taken. */
export function markerExport({ kind, model }: Handled, localName: string): Code {
  const value = stringLiteral(model.name);
  const marker = identifier(kind);
  if (localName === kind) return ts`export const ${marker} = ${value};`;
  const name = identifier(localName);
  return lines(ts`const ${name} = ${value};`, ts`export { ${name} as ${marker} };`);
}

/** `import type { CreateTicketHandler } from '../../generated/server/handler.js';`, renamed when the name is taken. */
export function handlerTypeImport(handled: Handled, localName: string, specifier: string): Code {
  const exported = identifier(handlerTypeName(handled));
  const from = stringLiteral(specifier);
  return localName === handlerTypeName(handled)
    ? ts`import type { ${exported} } from ${from};`
    : ts`import type { ${exported} as ${identifier(localName)} } from ${from};`;
}

/** A handler that says "not implemented" until it is written, as the file's default export. */
export function defaultHandler(handled: Handled, name: string, typeName: string): Code {
  const local = identifier(name);
  const handler = ts`const ${local}: ${identifier(typeName)} = ${unwritten(handled)};`;
  const comment = docComment(handled.model.title ?? firstSentence(handled.model.description));
  return paragraphs(lines(comment, handler), ts`export default ${local};`);
}

/** What a stub does: a function, or an object where the contract asks for more than one. */
function unwritten({ kind, model }: Handled): Code {
  switch (kind) {
    case 'tool':
      return ts`async (_input, ctx) => ctx.notImplemented()`;
    case 'resource':
      return ts`async (ctx) => ctx.notImplemented()`;
    case 'resourceTemplate': {
      const read = ts`async (_variables, ctx) => ctx.notImplemented()`;
      const complete = completions(model.variables);
      if (!model.isListable && complete.length === 0) return read;
      return objectOf([ts`read: ${read},`, ...(model.isListable ? [ts`list: async () => [],`] : []), ...complete]);
    }
    case 'prompt': {
      const get = ts`async (_args, ctx) => ctx.notImplemented()`;
      const complete = completions(model.arguments);
      return complete.length === 0 ? get : objectOf([ts`get: ${get},`, ...complete]);
    }
  }
}

/** Nothing is offered until somebody says what. */
function completions(
  list: readonly { readonly name: string; readonly completion?: CompletionSource }[],
): readonly Code[] {
  const asked = list.filter(({ completion }) => completion === 'handler');
  if (asked.length === 0) return [];
  return [ts`complete: ${objectOf(asked.map(({ name }) => ts`${propertyKey(name)}: () => [],`))},`];
}

function objectOf(members: readonly Code[]): Code {
  return lines(ts`{`, ts`  ${lines(members)}`, ts`}`);
}

function firstSentence(text: string | undefined): string | undefined {
  const paragraph = text?.trim().split(/\r?\n\s*\r?\n/)[0];
  return paragraph === undefined ? undefined : (/^.+?[.!?](?=\s|$)/su.exec(paragraph)?.[0] ?? paragraph);
}
