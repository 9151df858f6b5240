// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolResult,
  type InputRequiredResult,
  isInputRequiredResult,
  type McpServer,
  requireScopes,
  type ServerContext,
  type StandardSchemaWithJSON,
  type ToolCallback,
} from '@modelcontextprotocol/server';
import type { ContextExtra } from './context.js';
import { SERVED_FIELDS, type ToolDescriptor } from './descriptor.js';
import { type ExecuteOptions, execute } from './execute.js';
import { type OnError, reportOnStderr } from './failure.js';
import type { AnyToolHandler, AskingRequest, OpenRound, Rounds } from './handler.js';
import { present } from './json.js';
import { shown } from './shown-schema.js';

/** What an author decides about a server, apart from its handlers. */
export interface ToolOptions<Services = unknown> {
  /** Given to every handler as `ctx.services`. */
  readonly services: Services;
  /** Receives what callers must not see: errors thrown by handlers, outputs that break the contract. Default: stderr. */
  readonly onError?: OnError | undefined;
  /** The most array elements and object members, taken together, that the arguments of one call may hold. Default: 10,000. */
  readonly maxToolInputElements?: number | undefined;
}

/** What an author wrote, by kind and by wire name: the generated `Handlers`. */
export interface HandlerSections {
  readonly tools?: object | undefined;
  readonly resources?: object | undefined;
  readonly resourceTemplates?: object | undefined;
  readonly prompts?: object | undefined;
  /** Of a contract without handlers, for the type checker. */
  readonly '~services'?: unknown;
}

/** What the contract decides, beside its author. */
export interface Extending {
  /** Added to the contexts of all handlers. */
  readonly extras?: readonly ContextExtra[];
  /** Where there is something beside tools that asks its clients for input. */
  readonly openRound?: OpenRound | undefined;
}

/** One tool, ready to be put on any number of servers. Made once: a server on HTTP is built anew for each request. */
export interface BoundTool {
  readonly descriptor: ToolDescriptor;
  readonly register: (server: McpServer) => void;
}

/** Calls a tool of the same server, with everything that a call from outside would meet. */
export type CallLocally = (tool: string, input: unknown, request: ServerContext) => Promise<LocalAnswer>;

/** What such a call gives, and the tool that gave it. */
export interface LocalAnswer {
  readonly descriptor: ToolDescriptor;
  readonly result: CallToolResult;
}

/** In servers of contracts that have questions; see input.ts. */
export interface InputGuard extends Rounds {
  /**
   * Opens what clients bring back, in all handlers that are registered on the server afterwards; of one method, where others have
   * somebody else to open theirs.
   */
  readonly guard: (server: McpServer, method?: AskingRequest['method']) => void;
}

/** What makes tasks of calls, in servers of contracts that have any; see tasks.ts. */
export interface TaskMaker {
  /** Gives the handler of a tool with tasks its `ctx.task`, in whatever way it is called. */
  readonly adapt: (handler: AnyToolHandler) => AnyToolHandler;
  /** A call from outside, which may become a task. */
  readonly wrap: (tool: ToolDescriptor, call: CallTool) => CallTool;
}

/** Calls one tool with its arguments. */
export type CallTool = (input: unknown, request: ServerContext) => Promise<CallToolResult | InputRequiredResult>;

/** Makes handlers that call other tools, by the names of the tools that they serve. */
export type DerivedHandlers = (call: CallLocally, onError: OnError) => ReadonlyMap<string, AnyToolHandler>;

/**
 * Connects descriptors with the handlers of the same names. Throws when a handler is missing, which the type checker
 * has ruled out for authors who use it.
 */
export function bindTools(
  tools: readonly ToolDescriptor[],
  { tools: handlers = {} }: HandlerSections,
  options: ToolOptions & Extending,
  derived: DerivedHandlers = () => new Map(),
  rounds?: Rounds,
  tasks?: Partial<TaskMaker>,
): readonly BoundTool[] {
  const shared: ExecuteOptions = {
    services: options.services,
    onError: options.onError ?? reportOnStderr,
    maxToolInputElements: options.maxToolInputElements ?? 10_000,
    extras: options.extras ?? [],
    openRound: rounds?.openRound,
  };
  const local: ExecuteOptions = { ...shared, openRound: rounds?.openRoundOfNobody };
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const handlerFor = (tool: ToolDescriptor): AnyToolHandler => {
    const handler = own.get(tool.name) ?? handlerOf(tool.name, handlers);
    return tool.tasks === undefined || tasks?.adapt === undefined ? handler : tasks.adapt(handler);
  };
  const own = derived(async (name, input, request) => {
    const descriptor = byName.get(name);
    if (descriptor === undefined) throw new TypeError(`there is no tool "${name}"`);
    const result = await execute(descriptor, handlerFor(descriptor), input, request, local);
    if (isInputRequiredResult(result)) throw new TypeError(`${name} asks a client where there is none`);
    return { descriptor, result };
  }, shared.onError);
  const callOf = (tool: ToolDescriptor): CallTool => {
    const handler = handlerFor(tool);
    const call: CallTool = (input, request) => execute(tool, handler, input, request, shared);
    return tool.tasks === undefined || tasks?.wrap === undefined ? call : tasks.wrap(tool, call);
  };
  for (const { name } of tools) if (!own.has(name)) handlerOf(name, handlers);
  return tools.map((tool) => bindTool(tool, callOf));
}

/**
 * Puts the tools on a server that exists. The SDK lists them; toward an output schema that names no root `type` it adds
 * `type: object` where that follows from the schema. A server of our own, see server.ts, serves even that word for word.
 */
export function registerContractTools(
  server: McpServer,
  tools: readonly ToolDescriptor[],
  handlers: HandlerSections,
  options: ToolOptions & Extending,
  derived?: DerivedHandlers,
  input?: InputGuard,
  tasks?: Pick<TaskMaker, 'adapt'>,
): void {
  input?.guard(server, 'tools/call');
  for (const tool of bindTools(tools, handlers, options, derived, input, tasks)) tool.register(server);
}

/** What the SDK is told of a tool is made when that is first registered, and then kept: it is the same for all servers. */
function bindTool(descriptor: ToolDescriptor, callOf: (tool: ToolDescriptor) => CallTool): BoundTool {
  let config: ReturnType<typeof configOf> | undefined;
  let call: CallTool | undefined;
  return {
    descriptor,
    register: (server) => {
      config ??= configOf(descriptor);
      call ??= callOf(descriptor);
      const callback: ToolCallback<StandardSchemaWithJSON> = call;
      server.registerTool(descriptor.name, config, callback);
    },
  };
}

function configOf(descriptor: ToolDescriptor) {
  const { inputSchema, outputSchema, scopes } = descriptor;
  return {
    // The SDK's types have mutable arrays; it does not write to them.
    ...(present(descriptor, SERVED_FIELDS) as Pick<
      SdkToolConfig,
      'title' | 'description' | 'annotations' | 'icons' | '_meta'
    >),
    inputSchema: shown(inputSchema),
    ...(outputSchema !== undefined && { outputSchema: shown(outputSchema) }),
    ...scopeChallengeOf(scopes),
  };
}

/** What makes the SDK refuse, with a challenge, requests of callers that lack scopes. */
export function scopeChallengeOf([first, ...others]: readonly string[] = []): {
  scopeChallenge?: ReturnType<typeof requireScopes>;
} {
  return first === undefined ? {} : { scopeChallenge: requireScopes(first, ...others) };
}

type SdkToolConfig = Parameters<McpServer['registerTool']>[1];

function handlerOf(name: string, handlers: object): AnyToolHandler {
  const handler: unknown = Reflect.get(handlers, name);
  if (typeof handler !== 'function') throw new TypeError(`there is no handler for the tool "${name}"`);
  return (input, ctx) => Reflect.apply(handler, handlers, [input, ctx]);
}
