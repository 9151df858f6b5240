// Copied by mcpgen from its tested runtime. Do not edit.

import { ProtocolError, type ServerContext } from '@modelcontextprotocol/server';
import type { ToolContext } from './context.js';
import type { AnyToolHandler } from './handler.js';
import { ToolFailure } from './result.js';
import type { TaskError } from './task-store.js';

/** What handlers of tools with `tasks:` have beside what every tool's handler has. */
export interface TaskContext {
  readonly task: {
    /** The id of the task; `undefined` while there is none: the client waits for the result. */
    readonly id: string | undefined;
    /** Says what the call is doing, for whoever asks about its task. `ctx.progress` does so as well. */
    readonly status: (message: string) => void;
  };
}

/** That of tools with `start: handler`. */
export interface StartingTaskContext extends TaskContext {
  readonly task: TaskContext['task'] & {
    /**
     * Makes the call a task: the client has its answer now, and what the handler returns is the result of the task. Resolves to
     * `false` when the client does not know tasks; it goes on waiting then. Throws a `ToolFailure` when there are too many tasks.
     */
    readonly start: () => Promise<boolean>;
  };
}

/** One call of such a tool, as its handler's context and the server see it. */
export interface TaskSeat {
  readonly id: () => string | undefined;
  readonly status: (message: string) => void;
  readonly start: () => Promise<boolean>;
  /** Whether the call becomes a task before its handler begins. */
  readonly isEager: boolean;
  /** The JSON-RPC error that the handler has thrown. */
  error?: TaskError;
}

/** That of a call that nothing can make a task. */
export function ordinarySeat(): TaskSeat {
  return { id: () => undefined, status: () => undefined, start: async () => false, isEager: false };
}

/** By the request that the handler is called with. */
const seats = new WeakMap<ServerContext, TaskSeat>();

/**
 * The request as a handler is called with it, which is how its seat is found: with the signal of the work, and without a way to the
 * client once that has its answer.
 */
export function seated(request: ServerContext, at: TaskSeat, signal: AbortSignal): ServerContext {
  const { mcpReq } = request;
  const own: ServerContext = {
    ...request,
    mcpReq: {
      ...mcpReq,
      signal,
      notify: async (...args) => (at.id() === undefined ? mcpReq.notify(...args) : undefined),
      log: async (...args) => (at.id() === undefined ? mcpReq.log(...args) : undefined),
    },
  };
  seats.set(own, at);
  return own;
}

/** Gives a handler its `ctx.task`, and makes a task of its call. */
export function withTask(handler: AnyToolHandler): AnyToolHandler {
  return async (input, ctx, request) => {
    const known = seats.get(request);
    // A step of a workflow, or an example.
    const at = known ?? ordinarySeat();
    if (at.isEager) await at.start();
    const task = {
      get id() {
        return at.id();
      },
      status: at.status,
      start: at.start,
    };
    const progress = async (value: number, total?: number, message?: string): Promise<void> => {
      if (at.id() === undefined) return ctx.progress(value, total, message);
      // Tasks have no progress notifications.
      at.status(message ?? (total === undefined ? String(value) : `${value} of ${total}`));
    };
    try {
      return await handler(input, { ...ctx, task, progress } as ToolContext, request);
    } catch (error) {
      if (!(error instanceof ProtocolError) || known === undefined) throw error;
      at.error = { code: error.code, message: error.message, ...(error.data !== undefined && { data: error.data }) };
      throw new ToolFailure(error.message);
    }
  };
}
