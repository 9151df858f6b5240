import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type Implementation,
  type JSONRPCErrorResponse,
  type McpRequestContext,
  type McpServer,
  type McpServerOptions,
  MissingRequiredClientCapabilityError,
  readRequestBody,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { CORE_EXTENSION } from './core.js';
import { coreSchema } from './core-schema.js';
import { memberOf } from './json.js';
import { checkPayload } from './payload.js';
import type { CreateServer, Fetch, ServerGate } from './server.js';

/** What a client has to declare: shown to one that does not, in the shape in which it declares its capabilities. */
const REQUIRED = { extensions: { [CORE_EXTENSION]: { protocolVersion: '2.0', supportedFeatures: [] } } };
const SESSION_HEADER = 'mcp-session-id';
const SESSION = /^enhanced-[0-9a-f-]{36}$/;
/** The one request that the SDK serves before any handler of a server sees it; only modern clients send it. */
const LISTEN = 'subscriptions/listen';

/**
 * `compatibilityMode: strict`: requests of a client that does not declare `org.enhanced-mcp/core` are refused with error -32021
 * (MCP 2026-07-28, basic, "Error Codes"). A modern request carries its client's capabilities; an older client tells them in
 * `initialize`. Over HTTP, where each request of an older client stands alone, the id of its session says that it has.
 */
export const requireCore: ServerGate = { create, overHttp, refusalOf };

function create(
  info: Implementation,
  { capabilities = {}, ...options }: McpServerOptions,
  { era, requestInfo }: McpRequestContext,
  createServer: CreateServer,
): McpServer {
  const mcp = createServer(info, options);
  const { server } = mcp;
  guardHandlers(server, (ctx) => {
    if (era === 'modern') return declaresCore(memberOf(ctx.mcpReq.envelope, CLIENT_CAPABILITIES_META_KEY));
    const session = requestInfo?.headers.get(SESSION_HEADER) ?? '';
    return declaresCore(server.getClientCapabilities()) || SESSION.test(session);
  });
  // Only now, since capabilities bring handlers along.
  server.registerCapabilities(capabilities);
  return mcp;
}

/** Every handler that is registered from now on asks first. Those of `initialize` and `ping` are there already. */
function guardHandlers(server: McpServer['server'], isServed: (ctx: ServerContext) => boolean): void {
  server.setRequestHandler = new Proxy(server.setRequestHandler, {
    apply: (register, self, args: unknown[]) => {
      const [method] = args;
      const handler = args.at(-1);
      if (typeof handler !== 'function' || method === 'server/discover') return Reflect.apply(register, self, args);
      const guarded = (request: unknown, ctx: ServerContext): unknown => {
        if (!isServed(ctx)) throw refusal();
        return handler(request, ctx);
      };
      return Reflect.apply(register, self, [...args.slice(0, -1), guarded]);
    },
  });
}

/**
 * Gives a session to an older client that declares the extension while it initializes. Nothing is kept: the id is what counts.
 * Bodies are read only where they decide, and never more of them than the SDK itself would read.
 */
function overHttp(serve: Fetch): Fetch {
  return async (request, options) => {
    const body = await decisiveBody(request);
    const refused = refusalOf(body);
    if (refused !== undefined) return Response.json(refused, { status: 400 });
    const response = await serve(request, options);
    // A session that is kept knows what its client declares.
    if (!opensWithCore(body) || !response.ok || response.headers.has(SESSION_HEADER)) return response;
    const headers = new Headers(response.headers);
    headers.set(SESSION_HEADER, `enhanced-${crypto.randomUUID()}`);
    return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
  };
}

/** That of a subscription, whose method a header must name, and of what may be the `initialize` of an older client. */
async function decisiveBody(request: Request): Promise<unknown> {
  const method = request.headers.get('mcp-method');
  if (request.method !== 'POST' || (method !== null && method !== LISTEN)) return undefined;
  const read = await readRequestBody(request.clone());
  // What is too large is refused by the SDK.
  if (read.tooLarge || (method === null && !read.text.includes('"initialize"'))) return undefined;
  return parse(read.text);
}

function opensWithCore(body: unknown): boolean {
  return memberOf(body, 'method') === 'initialize' && declaresCore(memberOf(memberOf(body, 'params'), 'capabilities'));
}

/** The answer to a subscription of a client that is not served. One without capabilities is none of a modern client. */
function refusalOf(message: unknown): JSONRPCErrorResponse | undefined {
  const id = memberOf(message, 'id');
  if (memberOf(message, 'method') !== LISTEN || (typeof id !== 'string' && typeof id !== 'number')) return undefined;
  const declared = memberOf(memberOf(memberOf(message, 'params'), '_meta'), CLIENT_CAPABILITIES_META_KEY);
  if (declared === undefined || declaresCore(declared)) return undefined;
  const { code, message: text, data } = refusal();
  return { jsonrpc: '2.0', id, error: { code, message: text, data } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The SDK answers what is no JSON, in its own words.
    return undefined;
  }
}

function declaresCore(capabilities: unknown): boolean {
  const payload = memberOf(memberOf(capabilities, 'extensions'), CORE_EXTENSION);
  return checkPayload(coreSchema, payload).length === 0 && memberOf(payload, 'protocolVersion') === '2.0';
}

function refusal(): MissingRequiredClientCapabilityError {
  const message = `This server only serves clients that declare the extension ${CORE_EXTENSION}`;
  return new MissingRequiredClientCapabilityError({ requiredCapabilities: REQUIRED as ClientCapabilities }, message);
}
