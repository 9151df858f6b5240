// Copied by mcpgen from its tested runtime. Do not edit.

import type { ServerContext } from '@modelcontextprotocol/server';
import { type Principal, toPrincipal } from './principal.js';
import { errorResult, notImplemented, type ResultParts, ToolResult } from './result.js';
import { type TraceContext, traceOf } from './trace.js';

/** What every handler has of the request that it answers. All functions may be taken out of it. */
export interface RequestContext<Services = unknown> {
  /** What the author gave to `createServer` or to one of the `register` functions. */
  readonly services: Services;
  /** Aborted when the client cancels the request or goes away. */
  readonly signal: AbortSignal;
  readonly requestId: string | number;
  /** `modern` is protocol revision 2026-07-28, `legacy` any older one. */
  readonly era: 'modern' | 'legacy';
  /** The authenticated caller; `undefined` where nobody authenticates. */
  readonly principal: Principal | undefined;
  /** Where the request stands in a distributed trace, as the caller says. */
  readonly trace: TraceContext;
  /** Reports progress. Does nothing when the client did not ask for it, or when `progress` does not increase. */
  readonly progress: (progress: number, total?: number, message?: string) => Promise<void>;
  /**
   * Ends the stream over which the client waits for the answer, so that no connection is held while it takes long: the client comes
   * back for what it missed. Does nothing where it could not: without a session, and on other transports.
   */
  readonly closeStream: () => void;
}

/** What a tool's handler has beside its input. */
export interface ToolContext<Services = unknown> extends RequestContext<Services> {
  /** A result that says in full what goes on the wire. */
  readonly result: (parts: ResultParts) => ToolResult;
  /** An error that the caller may read. The message IS shown. */
  readonly error: (message: string) => ToolResult;
  /** What a stub answers until somebody writes the handler. */
  readonly notImplemented: () => ToolResult;
}

/** A context, and the function that ends it: progress after the answer would break the protocol. */
export interface Ending<Context> {
  readonly ctx: Context;
  readonly end: () => void;
}

/** What a contract adds to the contexts of its handlers. `isOver` tells whether the request has been answered. */
export type ContextExtra<Members extends object = object> = (request: ServerContext, isOver: () => boolean) => Members;

/** Makes the part of a handler's context that all kinds of handlers have, from the SDK's. */
export function createRequestContext(
  services: unknown,
  request: ServerContext,
  extras: readonly ContextExtra[] = [],
): Ending<RequestContext> {
  const { mcpReq } = request;
  const { _meta } = mcpReq;
  const progressToken = _meta?.progressToken;
  let ended = false;
  const ctx: RequestContext = {
    services,
    signal: mcpReq.signal,
    requestId: mcpReq.id,
    era: mcpReq.envelope === undefined ? 'legacy' : 'modern',
    principal: toPrincipal(request.http?.authInfo),
    trace: traceOf(mcpReq._meta),
    progress: async (progress, total, message) => {
      if (_meta === undefined || progressToken === undefined || ended || mcpReq.signal.aborted) return;
      if (!increases(progress, _meta)) return;
      const params = {
        progressToken,
        progress,
        ...(total !== undefined && { total }),
        ...(message !== undefined && { message }),
      };
      await advisory(mcpReq.notify({ method: 'notifications/progress', params }));
    },
    closeStream: () => request.http?.closeSSE?.(),
  };
  return {
    ctx: extras.reduce<RequestContext>(
      (sum, extra) =>
        Object.assign(
          sum,
          extra(request, () => ended),
        ),
      ctx,
    ),
    end: () => {
      ended = true;
    },
  };
}

/** Makes the context of one call of a tool. */
export function createToolContext(
  tool: string,
  services: unknown,
  request: ServerContext,
  extras: readonly ContextExtra[] = [],
): Ending<ToolContext> {
  const { ctx, end } = createRequestContext(services, request, extras);
  return {
    ctx: Object.assign(ctx, {
      result,
      error,
      notImplemented: () => notImplemented(tool),
    }),
    end,
  };
}

const result: ToolContext['result'] = (parts) => new ToolResult(parts);
const error: ToolContext['error'] = (message) => new ToolResult(errorResult(message));

/** How far requests are, by their `_meta`: a handler can be called more than once for one request. */
const reached = new WeakMap<object, number>();

function increases(progress: number, request: object): boolean {
  if (!(progress > (reached.get(request) ?? Number.NEGATIVE_INFINITY))) return false;
  reached.set(request, progress);
  return true;
}

/** A client that cannot be told about progress any more must not make the request fail. */
export async function advisory(sent: Promise<void>): Promise<void> {
  await sent.catch(() => undefined);
}
