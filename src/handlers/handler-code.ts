import { type Code, lines, paragraphs, ts } from '../emit/code/code.js';
import { docComment } from '../emit/code/comment.js';
import { identifier, isSafeIdentifier } from '../emit/code/identifier.js';
import { stringLiteral } from '../emit/code/literal.js';
import type { ToolModel } from '../model/model.js';

/** The exported type of a tool's handler in its generated module, such as `CreateTicketHandler`. */
export function handlerTypeName(tool: ToolModel): string {
  return `${tool.names.pascal}Handler`;
}

/**
 * What a tool's handler is called as a value, such as `createTicketHandler`: always with the suffix, since a tool may well be
 * called `fetch` or `delete`.
 */
export function handlerName(tool: ToolModel): string {
  return `${tool.names.camel}Handler`;
}

/** The preferred name, or the first numbered one that is free and safe. */
export function freeName(preferred: string, isTaken: (name: string) => boolean): string {
  let name = preferred;
  for (let number = 2; isTaken(name) || !isSafeIdentifier(name); number++) name = `${preferred}${number}`;
  return name;
}

/** `export const tool = 'create_ticket';`, by way of another local name when `tool` is taken. */
export function toolExport(tool: ToolModel, localName: string): Code {
  const value = stringLiteral(tool.name);
  if (localName === 'tool') return ts`export const tool = ${value};`;
  const name = identifier(localName);
  return lines(ts`const ${name} = ${value};`, ts`export { ${name} as tool };`);
}

/** `import type { CreateTicketHandler } from '../../generated/server/handler.js';`, renamed when the name is taken. */
export function handlerTypeImport(tool: ToolModel, localName: string, specifier: string): Code {
  const exported = identifier(handlerTypeName(tool));
  const from = stringLiteral(specifier);
  return localName === handlerTypeName(tool)
    ? ts`import type { ${exported} } from ${from};`
    : ts`import type { ${exported} as ${identifier(localName)} } from ${from};`;
}

/** A handler that says "not implemented" until it is written, as the file's default export. */
export function defaultHandler(tool: ToolModel, name: string, typeName: string): Code {
  const local = identifier(name);
  const handler = ts`const ${local}: ${identifier(typeName)} = async (_input, ctx) => ctx.notImplemented();`;
  const comment = docComment(tool.title ?? firstSentence(tool.description));
  return paragraphs(lines(comment, handler), ts`export default ${local};`);
}

function firstSentence(text: string | undefined): string | undefined {
  const paragraph = text?.trim().split(/\r?\n\s*\r?\n/)[0];
  return paragraph === undefined ? undefined : (/^.+?[.!?](?=\s|$)/su.exec(paragraph)?.[0] ?? paragraph);
}
