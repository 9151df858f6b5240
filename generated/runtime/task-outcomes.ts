// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CallToolResult,
  type Implementation,
  type JSONRPCRequest,
  McpServer,
  type McpServerOptions,
  type Result,
  Server,
  type ServerContext,
} from '@modelcontextprotocol/server';

/** What a call is answered with instead of a tool result. */
export type TaskOutcome = { readonly task: Result } | { readonly error: Error };

/**
 * The way of such answers past the SDK: it checks that a tool returns a tool result, and makes one of each error that a tool throws.
 */
export class TaskOutcomes {
  /** By the signal, which is the one thing of a request that stays the same through all that passes it on. */
  readonly #left = new WeakMap<AbortSignal, TaskOutcome>();

  /** Leaves the answer to a request, and gives what the SDK is to take for it. */
  leave({ mcpReq }: ServerContext, outcome: TaskOutcome): CallToolResult {
    this.#left.set(mcpReq.signal, outcome);
    return { content: [], isError: true };
  }

  take({ mcpReq }: ServerContext): TaskOutcome | undefined {
    return this.#left.get(mcpReq.signal);
  }

  /** An `McpServer` that gives these answers. */
  createServer(info: Implementation, options: McpServerOptions): McpServer {
    return new TaskingMcpServer(this, info, options);
  }
}

export class TaskingMcpServer extends McpServer {
  override readonly server: Server;

  constructor(outcomes: TaskOutcomes, info: Implementation, options: McpServerOptions) {
    // With capabilities it would give its handlers to a server that it does not keep.
    super(info, { ...options, capabilities: {} });
    this.server = new TaskingServer(outcomes, info, options);
  }
}

type Handler = (request: JSONRPCRequest, ctx: ServerContext) => Promise<Result>;

export class TaskingServer extends Server {
  readonly #outcomes: TaskOutcomes;

  constructor(outcomes: TaskOutcomes, info: Implementation, options: McpServerOptions) {
    super(info, options);
    this.#outcomes = outcomes;
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const checked = super._wrapHandler(method, handler);
    if (method !== 'tools/call') return checked;
    return async (request, ctx) => {
      const result = await checked(request, ctx);
      const outcome = this.#outcomes.take(ctx);
      if (outcome === undefined) return result;
      if ('error' in outcome) throw outcome.error;
      return outcome.task;
    };
  }
}
