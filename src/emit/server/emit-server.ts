import type { JsonObject } from '../../json.js';
import type { Model } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral, propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';

/** `server/index.ts`: everything that a server's entry file needs. */
export function emitServer(model: Model): EmittedFile {
  const hasEnvironment = model.environment.length > 0;
  const handlerImports = model.tools.map((tool) =>
    importTypes([handlerTypeOf(tool.names.pascal)], `../tools/${tool.names.file}.js`),
  );
  const { instructions } = model.server;
  const definition = list([
    ts`info`,
    ...(instructions === undefined ? [] : [ts`instructions`]),
    ts`tools`,
    ...(hasEnvironment ? [ts`environment`] : []),
    ts`handlers`,
    ts`options`,
  ]);
  return {
    path: `${model.paths.output}/server/index.ts`,
    kind: 'generated',
    text: moduleText(
      [
        importTypes(['McpServer'], '@modelcontextprotocol/server'),
        ts`import { registerContractTools, type ToolOptions } from '../runtime/register.js';`,
        ts`import { type ContractServer, createContractServer, type ServerOptions } from '../runtime/server.js';`,
        importValues(['tools'], '../tools/index.js'),
        ...handlerImports,
        hasEnvironment ? importValues(['environment'], './environment.js') : nothing,
      ],
      lines(
        ts`export type { ToolContext } from '../runtime/context.js';`,
        ts`export { type HttpHandle, type HttpOptions, serveHttp } from '../runtime/http.js';`,
        ts`export { ToolFailure } from '../runtime/result.js';`,
        ts`export { type StdioHandle, type StdioOptions, serveStdio } from '../runtime/stdio.js';`,
        ts`export type { ContractServer, ServerOptions, ToolOptions };`,
      ),
      handlersInterface(model),
      ts`const info = ${jsonLiteral(infoOf(model))};`,
      instructions === undefined ? nothing : ts`const instructions = ${stringLiteral(instructions)};`,
      lines(
        docComment(
          'A server of both protocol eras, for `serveStdio` and `serveHttp`. Throws when a required environment variable is missing.',
        ),
        ts`export function createServer<Services>(
  handlers: Handlers<Services>,
  options: ServerOptions<Services>,
): ContractServer {
  return createContractServer({ ${definition} });
}`,
      ),
      lines(
        docComment('Puts the tools on an `McpServer` that exists already, beside whatever else it serves.'),
        ts`export function registerTools<Services>(
  server: McpServer,
  handlers: Handlers<Services>,
  options: ToolOptions<Services>,
): void {
  registerContractTools(server, tools, handlers, options);
}`,
      ),
    ),
  };
}

function handlerTypeOf(pascal: string): string {
  return typeNamesOfTool(pascal)[2] ?? '';
}

function handlersInterface(model: Model): Code {
  const members = model.tools.map(
    (tool) => ts`readonly ${propertyKey(tool.name)}: ${identifier(handlerTypeOf(tool.names.pascal))}<Services>;`,
  );
  const doc = docComment(
    'One handler for each tool, by the name of the tool; `Services` is what they all get as `ctx.services`.',
  );
  if (members.length === 0) {
    return lines(
      doc,
      ts`export interface Handlers<Services = unknown> {
  readonly '~services'?: Services;
}`,
    );
  }
  return lines(
    doc,
    ts`export interface Handlers<Services = unknown> {
  ${lines(members)}
}`,
  );
}

/** `Implementation` of MCP 2026-07-28. */
export function infoOf(model: Model): JsonObject {
  const { instructions: _, ...info } = model.server;
  return info as unknown as JsonObject;
}
