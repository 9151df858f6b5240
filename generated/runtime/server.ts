// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type Implementation,
  type JSONRPCErrorResponse,
  type ListToolsRequest,
  type ListToolsResult,
  type McpHandlerRequestOptions,
  type McpRequestContext,
  McpServer,
  type McpServerOptions,
  type ServerCapabilities,
  type ServerEventBus,
  type Tool,
  type Transport,
} from '@modelcontextprotocol/server';
import { loadValidator } from './check-value.js';
import type { ContextExtra } from './context.js';
import { SERVED_FIELDS, type ToolDescriptor } from './descriptor.js';
import { type EnvironmentSource, type EnvironmentVariable, readEnvironment } from './environment.js';
import { type OnError, reportOnStderr } from './failure.js';
import { present } from './json.js';
import { loadHandlers } from './lazy-handler.js';
import { withObjectType } from './legacy-projection.js';
import { mendErrorsOf } from './mend-errors.js';
import { neededFor } from './needed-for.js';
import { onRequest } from './on-request.js';
import { pageOf } from './pages.js';
import {
  bindTools,
  type DerivedHandlers,
  type HandlerSections,
  type InputGuard,
  type TaskMaker,
  type ToolOptions,
} from './register.js';
import { registerWhenCalled } from './register-when-called.js';
import { type BindSection, type Caching, sectionOptionsOf } from './section.js';

/** What an author decides about a server, apart from its handlers. */
export interface ServerOptions<Services = unknown> extends ToolOptions<Services> {
  /** Where the contract's variables are looked for at start. Default: `process.env`. */
  readonly environment?: EnvironmentSource | undefined;
}

/** The contract and what fulfils it, as the generated `createServer` puts them together. */
export interface ServerDefinition {
  readonly info: Implementation;
  readonly instructions?: string;
  readonly tools: readonly ToolDescriptor[];
  readonly environment?: readonly EnvironmentVariable[];
  /** What the server declares in `capabilities.extensions`. */
  readonly extensions?: NonNullable<ServerCapabilities['extensions']>;
  /** Revision 2026-07-28 alone; absent: older ones too. */
  readonly eras?: 'modern';
  /** Log messages are sent to clients that ask for them: deprecated since MCP 2026-07-28. */
  readonly logging?: ContextExtra;
  /** What it offers beside tools. */
  readonly sections?: readonly BindSection[];
  readonly caching?: Caching;
  /** The most entries on one page of a list. Absent: all of them. */
  readonly pageSize?: number;
  /** What may change while it runs, and who is told. */
  readonly changes?: ChangeService;
  /** Which clients are served; absent: all. */
  readonly gate?: ServerGate;
  /** Put around what answers HTTP requests, in contracts with arguments that headers repeat. */
  readonly paramHeaders?: (serve: Fetch) => Fetch;
  /** Nobody is served over HTTP before it is known who they are. */
  readonly isProtected?: true;
  readonly handlers: HandlerSections;
  /** Those of tools that nobody writes a handler for. */
  readonly derived?: DerivedHandlers;
  /** In contracts that have questions to clients. */
  readonly input?: InputGuard & { readonly sdkOptions: Pick<McpServerOptions, 'inputRequired'> };
  /** In contracts that have tools with tasks. */
  readonly tasks?: (onError: OnError) => TaskService;
  readonly options: ServerOptions;
}

/** Makes tasks of calls, and serves what clients ask about them. */
export interface TaskService extends TaskMaker {
  readonly capability: NonNullable<ServerCapabilities['extensions']>;
  /** A new server, which can answer a call with a task. */
  readonly create: (info: Implementation, options: McpServerOptions) => McpServer;
  /** Puts the methods of the extension on a server. */
  readonly register: (server: McpServer) => void;
  /** Put around what answers HTTP requests, for subscriptions to tasks. */
  readonly overHttp: (serve: Fetch) => Fetch;
  /** Put around the transport of one client, likewise. */
  readonly overTransport: (transport: Transport) => Transport;
}

/** Tells clients what changes; see changes.ts. */
export interface ChangeService {
  readonly bus: ServerEventBus;
  /** For the contexts of handlers. */
  readonly extra: ContextExtra;
  /** What a server declares, with what may change. */
  readonly declare: (capabilities: ServerCapabilities) => ServerCapabilities;
  /** Puts the methods of older revisions on a server. */
  readonly install: (server: McpServer, context: McpRequestContext) => void;
  readonly attach: (server: McpServer, onerror: (error: unknown) => void) => void;
}

/** Refuses requests of clients that are not served. */
export interface ServerGate {
  /** A new server, whose handlers will only answer clients that are served. */
  readonly create: (
    info: Implementation,
    options: McpServerOptions,
    context: McpRequestContext,
    create: CreateServer,
  ) => McpServer;
  readonly overHttp: (serve: Fetch) => Fetch;
  /** On other transports: how a message is answered that no handler of a server would see; undefined when it may pass. */
  readonly refusalOf: (message: unknown) => JSONRPCErrorResponse | undefined;
}

/** Makes a new server of the SDK. */
export type CreateServer = (info: Implementation, options: McpServerOptions) => McpServer;

export type Fetch = (request: Request, options?: McpHandlerRequestOptions) => Promise<Response>;

/** A server of both eras, to be given to `serveStdio` or `serveHttp`, or to the SDK's own entries. */
export interface ContractServer {
  readonly info: Implementation;
  /** Revision 2026-07-28 alone; absent: older ones too. */
  readonly eras?: 'modern';
  /** Carries what changes; absent when nothing may. */
  readonly bus?: ServerEventBus;
  /** Tells the client of one connection what changes, until it ends. */
  readonly attach?: ChangeService['attach'];
  /** The SDK's server for one connection or one HTTP request. Cheap: everything that can be shared is. */
  readonly build: (context: McpRequestContext) => McpServer;
  /** Nobody is served over HTTP before it is known who they are. */
  readonly isProtected?: true;
  readonly overHttp?: (serve: Fetch) => Fetch;
  readonly overTransport?: TaskService['overTransport'];
  readonly refusalOf?: ServerGate['refusalOf'];
  /**
   * Loads what is otherwise loaded by the first calls: handlers, and what checks values. `serveHttp` does so before it listens. Rejects
   * with what is wrong with a handler.
   */
  readonly load?: () => Promise<void>;
}

/**
 * Makes a server of a contract. Throws an `EnvironmentError` when required variables are not set, and a `TypeError` when a
 * handler is missing.
 */
export function createContractServer({ options, ...definition }: ServerDefinition): ContractServer {
  readEnvironment(definition.environment ?? [], options.environment);
  const { info, instructions, extensions, eras, logging, changes, gate, input, caching, pageSize } = definition;
  const extras = [logging, changes?.extra].filter((extra) => extra !== undefined);
  const tasks = definition.tasks?.(options.onError ?? reportOnStderr);
  const bound = { ...options, extras };
  const tools = bindTools(definition.tools, definition.handlers, bound, definition.derived, input, tasks);
  const byName = new Map(tools.map((tool) => [tool.descriptor.name, tool]));
  const listed = listsOf(definition.tools);
  const sections = (definition.sections ?? []).map((bind) =>
    bind(definition.handlers, sectionOptionsOf({ ...options, extras, openRound: input?.openRound }, pageSize)),
  );
  const hasTools = tools.length > 0 || sections.length === 0;
  const capabilities: ServerCapabilities = {
    ...(hasTools && { tools: { listChanged: false } }),
    ...(logging !== undefined && { logging: {} }),
    ...(extensions !== undefined && { extensions }),
    ...Object.assign({}, ...sections.map((section) => section.capabilities)),
  };
  const sdkOptions: McpServerOptions = {
    capabilities: changes?.declare(capabilities) ?? capabilities,
    ...(caching !== undefined && { cacheHints: caching }),
    ...(instructions !== undefined && { instructions }),
    ...input?.sdkOptions,
  };
  const around = [gate?.overHttp, definition.paramHeaders, tasks?.overHttp].filter((wrap) => wrap !== undefined);
  return {
    info,
    ...(eras !== undefined && { eras }),
    ...(definition.isProtected && { isProtected: true }),
    ...(changes !== undefined && { bus: changes.bus, attach: changes.attach }),
    ...(gate !== undefined && { refusalOf: gate.refusalOf }),
    ...(tasks !== undefined && { overTransport: tasks.overTransport }),
    ...(around.length > 0 && { overHttp: (serve: Fetch) => around.reduceRight((inner, wrap) => wrap(inner), serve) }),
    load: async () => {
      await Promise.all([loadHandlers(definition.handlers.tools ?? {}), loadValidator()]);
    },
    build: (context) => {
      // Clients of older revisions know no tasks of this kind.
      const tasking = context.era === 'modern' ? tasks : undefined;
      // Errors of the protocol reach them all the same.
      const plain = tasks?.create ?? newServer;
      // Over HTTP the SDK asks registered tools for their scopes before anything is called.
      const called = context.requestInfo === undefined && tools.length > 0 ? registerWhenCalled(byName) : undefined;
      const registering = called?.around(plain) ?? plain;
      const create = input === undefined ? registering : guarded(registering, input);
      const server = gate === undefined ? create(info, sdkOptions) : gate.create(info, sdkOptions, context, create);
      if (tasking !== undefined) {
        server.server.registerCapabilities({ extensions: tasking.capability });
        tasking.register(server);
      }
      if (called !== undefined) called.begin(server);
      else
        for (const tool of neededFor(context, 'tools/call', tools, (name) => byName.get(name))) tool.register(server);
      if (hasTools) {
        onRequest<ListToolsRequest, ListToolsResult>(server.server, 'tools/list', ({ params }) => {
          const { items, ...next } = pageOf('tools', listed(context.era), ({ name }) => name, params?.cursor, pageSize);
          return { tools: [...items], ...next };
        });
      }
      for (const section of sections) section.install(server, context);
      changes?.install(server, context);
      return mendErrorsOf(server, context.era);
    },
  };
}

function newServer(info: Implementation, options: McpServerOptions): McpServer {
  return new McpServer(info, options);
}

function guarded(create: CreateServer, { guard }: InputGuard): CreateServer {
  return (info, { capabilities = {}, ...options }) => {
    const mcp = create(info, options);
    guard(mcp);
    // Only now, since capabilities bring handlers along.
    mcp.server.registerCapabilities(capabilities);
    return mcp;
  };
}

/** The answers to `tools/list`, each made once: to a modern client the contract word for word, to an older one as the SDK would. */
function listsOf(tools: readonly ToolDescriptor[]): (era: McpRequestContext['era']) => readonly Tool[] {
  let modern: readonly Tool[] | undefined;
  let legacy: readonly Tool[] | undefined;
  return (era) => {
    modern ??= tools.map((tool) => ({ name: tool.name, ...present(tool, SERVED_FIELDS) }) as Tool);
    if (era === 'modern') return modern;
    legacy ??= modern.map(toLegacy);
    return legacy;
  };
}

/** With the root `type` that the SDK adds where it follows from the rest; it wraps schemas of other roots itself. */
function toLegacy(tool: Tool): Tool {
  const { outputSchema } = tool;
  return outputSchema === undefined ? tool : ({ ...tool, outputSchema: withObjectType(outputSchema) } as Tool);
}
