// Copied by mcpgen from its tested runtime. Do not edit.

import { ProtocolError, ProtocolErrorCode, type ServerContext } from '@modelcontextprotocol/server';
import { createRequestContext, type RequestContext } from './context.js';
import { type FailurePlace, reportFailure, type Stage } from './failure.js';
import { lacksScopes } from './principal.js';
import { ToolFailure } from './result.js';
import type { SectionOptions } from './section.js';

/** One request that a handler answers, tools apart: they tell of failures in their results, all others as JSON-RPC errors. */
export interface HandledRequest<Answer, Value = unknown> {
  readonly place: FailurePlace;
  /** OAuth scopes that the caller needs. */
  readonly scopes?: readonly string[] | undefined;
  /** What the client reads when it fails, such as `The resource could not be read`. */
  readonly failure: string;
  readonly call: (ctx: RequestContext) => Value | Promise<Value>;
  /** What the handler gave, as the protocol wants it. Throws when it does not match the contract. */
  readonly toAnswer: (value: Value) => Answer;
}

/** A refusal that the client may read. */
export class Refusal extends ProtocolError {}

/**
 * Calls a handler and rejects with nothing but a `Refusal`: what the handler throws is reported in full to the server, and the client gets
 * a reference to it. A `ToolFailure` is told as it is.
 */
export async function answerRequest<Answer, Value = unknown>(
  { place, scopes, failure, call, toAnswer }: HandledRequest<Answer, Value>,
  request: ServerContext,
  { services, onError, extras }: SectionOptions,
): Promise<Answer> {
  const { ctx, end } = createRequestContext(services, request, extras);
  let stage: Stage = 'handler';
  try {
    if (lacksScopes(scopes, request)) throw new Refusal(ProtocolErrorCode.InvalidRequest, 'Insufficient scope');
    const value = await call(ctx);
    stage = 'output';
    return toAnswer(value);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    if (error instanceof ToolFailure) throw new Refusal(ProtocolErrorCode.InternalError, error.message);
    // The client has gone and reads no answer; most handlers end a cancelled request by throwing, which is no failure.
    if (ctx.signal.aborted) throw new Refusal(ProtocolErrorCode.InternalError, 'The request was cancelled.');
    const reference = reportFailure(error, { ...place, requestId: ctx.requestId, stage }, onError);
    throw new Refusal(ProtocolErrorCode.InternalError, `${failure} (reference ${reference}).`);
  } finally {
    end();
  }
}

/** The handler of that name, in a section of what the author wrote. Throws a `TypeError` when it is none. */
export function handlerIn(section: object | undefined, kind: string, name: string): unknown {
  const handler: unknown =
    section !== undefined && Object.hasOwn(section, name) ? Reflect.get(section, name) : undefined;
  if (typeof handler === 'function' || (typeof handler === 'object' && handler !== null)) return handler;
  throw new TypeError(`there is no handler for the ${kind} "${name}"`);
}

/** A function of a handler, called as the author wrote it. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/** The function at a path into a handler, such as `complete`, `id`; the handler itself when there is no path. */
export function functionIn(handler: unknown, path: readonly string[], kind: string, name: string): AnyFunction {
  let owner: unknown;
  let value = handler;
  for (const step of path) {
    owner = value;
    value = typeof owner === 'object' && owner !== null ? Reflect.get(owner, step) : undefined;
  }
  if (typeof value !== 'function') {
    throw new TypeError(
      `the handler of the ${kind} "${name}" has no function${path.map((each) => ` ${each}`).join('')}`,
    );
  }
  const found = value;
  return (...args) => Reflect.apply(found, owner, args);
}
