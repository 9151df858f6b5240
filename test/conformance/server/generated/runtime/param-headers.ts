// Copied by mcpgen from its tested runtime. Do not edit.

import { PROTOCOL_VERSION_META_KEY, readRequestBody } from '@modelcontextprotocol/server';
import type { ToolDescriptor } from './descriptor.js';
import { isRecord, memberOf } from './json.js';
import type { Fetch } from './server.js';

/** An argument that clients repeat in a header. */
interface ParamHeader {
  /** In lower case. */
  readonly header: string;
  /** The names that lead to it from the arguments. */
  readonly path: readonly string[];
}

const PREFIX = 'mcp-param-';
const HEADER_MISMATCH = -32020;
/** RFC 9110, 5.5, without what is above ASCII: MCP 2026-07-28, transports, "Value Encoding". */
const SAFE = /^[\t\x20-\x7e]*$/;

/**
 * Refuses calls whose headers say something of an argument that the body does not, with -32020 (MCP 2026-07-28, transports, "Server
 * Validation"). The SDK holds each argument against its header; a header of an argument that is absent, or with characters that no
 * header may have, it lets pass.
 */
export function checkParamHeaders(tools: readonly ToolDescriptor[]): (serve: Fetch) => Fetch {
  const byTool = new Map<unknown, ToolDescriptor>(tools.map((tool) => [tool.name, tool]));
  return (serve) => async (request, options) =>
    (hasParamHeader(request) ? await refusalOf(request, byTool) : undefined) ?? serve(request, options);
}

function hasParamHeader({ method, headers }: Request): boolean {
  return method === 'POST' && [...headers.keys()].some((name) => name.startsWith(PREFIX));
}

async function refusalOf(
  request: Request,
  byTool: ReadonlyMap<unknown, ToolDescriptor>,
): Promise<Response | undefined> {
  const read = await readRequestBody(request.clone());
  const call = read.tooLarge ? undefined : callIn(read.text);
  const spoilt =
    call &&
    paramHeadersIn(byTool.get(call.name)?.inputSchema).find((each) =>
      isSpoilt(request.headers.get(each.header), each, call),
    );
  if (spoilt === undefined) return undefined;
  const message = `Header mismatch: ${spoilt.header} does not repeat the argument ${spoilt.path.join('.')} of the body`;
  const data = { mismatch: { header: spoilt.header, body: spoilt.path.join('.') } };
  return Response.json(
    { jsonrpc: '2.0', id: call?.id, error: { code: HEADER_MISMATCH, message, data } },
    { status: 400 },
  );
}

function isSpoilt(value: string | null, { path }: ParamHeader, { args }: Call): boolean {
  if (value === null) return false;
  return !SAFE.test(value) || (path.reduce(memberOf, args) ?? undefined) === undefined;
}

interface Call {
  readonly id: unknown;
  readonly name: unknown;
  readonly args: unknown;
}

/** The call of a tool that a body holds, of the revisions that have such headers. What is malformed is refused elsewhere. */
function callIn(text: string): Call | undefined {
  const message = parsed(text);
  const [id, method, params] = ['id', 'method', 'params'].map((name) => memberOf(message, name));
  const isModern = typeof memberOf(memberOf(params, '_meta'), PROTOCOL_VERSION_META_KEY) === 'string';
  const isRequest = typeof id === 'string' || typeof id === 'number';
  if (method !== 'tools/call' || !isModern || !isRequest) return undefined;
  return { id, name: memberOf(params, 'name'), args: memberOf(params, 'arguments') };
}

function paramHeadersIn(schema: unknown, path: readonly string[] = []): readonly ParamHeader[] {
  const header = memberOf(schema, 'x-mcp-header');
  const properties = memberOf(schema, 'properties');
  return [
    ...(typeof header === 'string' ? [{ header: PREFIX + header.toLowerCase(), path }] : []),
    ...(isRecord(properties) ? Object.entries(properties) : []).flatMap(([name, each]) =>
      paramHeadersIn(each, [...path, name]),
    ),
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
