// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type CompleteRequest,
  type CompleteResult,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type AnyFunction, answerRequest } from './answer-request.js';
import type { Completable } from './completions.js';
import type { RequestContext } from './context.js';
import type { FailurePlace } from './failure.js';
import { isRecord } from './json.js';
import { onRequest } from './on-request.js';
import { lacksScopes } from './principal.js';
import { scopeChallengeOf } from './register.js';
import type { SectionOptions } from './section.js';

/** What can be completed of one prompt or template. */
export interface CompletionTarget {
  /** `ref/prompt` with a name, or `ref/resource` with a URI template, as a request refers to it. */
  readonly type: CompleteRequest['params']['ref']['type'];
  readonly key: string;
  readonly place: FailurePlace;
  /** OAuth scopes that a caller needs: those of what is completed. */
  readonly scopes?: readonly string[] | undefined;
  /** All its variables or arguments. */
  readonly names: readonly string[];
  /** Of those that are completed. */
  readonly sources: ReadonlyMap<string, AnyFunction | readonly string[]>;
}

/** Where the values of those that are completed come from; `part` gives a function of the handler. */
export function sourcesOf(
  completions: readonly Completable[],
  part: (...path: string[]) => AnyFunction,
): CompletionTarget['sources'] {
  return new Map(completions.map(({ name, by }) => [name, by === 'handler' ? part('complete', name) : by]));
}

/** Servers whose completions are ours, with all that they complete. */
const tables = new WeakMap<McpServer, { readonly target: CompletionTarget; readonly options: SectionOptions }[]>();

/** MCP 2026-07-28, server/utilities/completion: the most that one answer may hold. */
const MAX_VALUES = 100;

/** Serves `completion/complete` for these, beside what this function has been given for the same server before. */
export function serveCompletions(
  server: McpServer,
  targets: readonly CompletionTarget[],
  options: SectionOptions,
): void {
  const table = tables.get(server) ?? [];
  table.push(...targets.map((target) => ({ target, options })));
  if (tables.has(server)) return;
  tables.set(server, table);
  server.server.assertCanSetRequestHandler('completion/complete');
  server.server.registerCapabilities({ completions: {} });
  // The SDK knows the scopes of what it has registered, and of no completions.
  const { resolveScopeChallenge } = server;
  server.resolveScopeChallenge = (context) => {
    const { method, params } = context.request;
    if (method !== 'completion/complete') return resolveScopeChallenge(context);
    const found = table.find(({ target }) => isMeant(target, params?.['ref']));
    return found && scopeChallengeOf(found.target.scopes).scopeChallenge?.(context);
  };
  onRequest<CompleteRequest, CompleteResult>(server.server, 'completion/complete', ({ params }, request) => {
    const { ref } = params;
    const found = table.find(({ target }) => isMeant(target, ref));
    if (found !== undefined) return complete(found.target, params, request, found.options);
    const [what, key] = ref.type === 'ref/prompt' ? ['prompt', ref.name] : ['resource template', ref.uri];
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no ${what} ${key} whose values are completed.`);
  });
}

/** Whether a reference of a request, of whatever form, is one to this. */
function isMeant({ type, key }: CompletionTarget, ref: unknown): boolean {
  return isRecord(ref) && ref['type'] === type && ref[type === 'ref/prompt' ? 'name' : 'uri'] === key;
}

async function complete(
  { place, scopes, names, sources }: CompletionTarget,
  { argument: { name, value }, context }: CompleteRequest['params'],
  request: ServerContext,
  options: SectionOptions,
): Promise<CompleteResult> {
  if (lacksScopes(scopes, request)) throw new ProtocolError(ProtocolErrorCode.InvalidRequest, 'Insufficient scope');
  if (!names.includes(name)) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no argument ${name}.`);
  const source = sources.get(name);
  if (source === undefined) return { completion: { values: [], total: 0, hasMore: false } };
  if (typeof source !== 'function') {
    const start = value.toLowerCase();
    return toResult(source.filter((each) => each.toLowerCase().startsWith(start)));
  }
  const given = Object.entries(context?.arguments ?? {}).filter(([each]) => names.includes(each));
  const call = (ctx: RequestContext): unknown => source(value, { ...ctx, arguments: Object.fromEntries(given) });
  const failure = 'The value could not be completed';
  return answerRequest({ place, failure, call, toAnswer: (answer) => toResult(stringsOf(answer)) }, request, options);
}

function toResult(values: readonly string[]): CompleteResult {
  const { length } = values;
  return { completion: { values: values.slice(0, MAX_VALUES), total: length, hasMore: length > MAX_VALUES } };
}

function stringsOf(answer: unknown): readonly string[] {
  if (Array.isArray(answer) && answer.every((each) => typeof each === 'string')) return answer;
  throw new Error('a completion handler must return a list of texts');
}
