// Copied by mcpgen from its tested runtime. Do not edit.

import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type McpServer,
  type McpServerOptions,
  ProtocolError,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { callerOf } from './caller.js';
import type { AskingRequest, OpenRound, Rounds } from './handler.js';
import { canonicalText, isRecord } from './json.js';
import { type AnswerSource, askFunctions, type CanAnswer, covers } from './questions.js';
import { Replay, type ReplayState } from './replay.js';
import { ToolFailure } from './result.js';
import { randomStateKey, type StateKey, type StateSeal, stateSeal } from './sealed-state.js';

/** What an author decides about questions to clients. */
export interface InputOptions {
  /**
   * What a call keeps between its rounds travels through the client, sealed with the first of these secrets; all of them open it, so
   * that one can follow another. Each has 32 bytes or more. Default: a random one, which is enough for one process; where several
   * serve the same clients, all need the same.
   */
  readonly stateKeys?: readonly StateKey[] | undefined;
  /** How long an answer is waited for, in milliseconds. Default: 10 minutes. */
  readonly answerTimeoutMs?: number | undefined;
  /** How often one call may come back with questions. Default: 10. */
  readonly maxRounds?: number | undefined;
}

/** Asks clients for input, in servers of contracts that declare questions. */
export interface InputService extends Rounds {
  /**
   * Looks at what clients send with the requests of this server, or of one method; to be called before anything is registered on it.
   */
  readonly guard: (mcp: McpServer, method?: AskingRequest['method']) => void;
  /** For clients of older revisions, which the SDK asks while their request waits. */
  readonly sdkOptions: Pick<McpServerOptions, 'inputRequired'>;
}

const MINUTE_MS = 60_000;

/** Makes the questions of one server. Throws a `RangeError` for options that are out of range. */
export function inputFromClients(options: InputOptions = {}): InputService {
  const { stateKeys = [randomStateKey()], answerTimeoutMs = 10 * MINUTE_MS, maxRounds = 10 } = options;
  if (!(answerTimeoutMs > 0)) throw new RangeError('answerTimeoutMs must be positive');
  if (!Number.isInteger(maxRounds) || maxRounds < 1) throw new RangeError('maxRounds must be a positive integer');
  if (stateKeys.length === 0) throw new RangeError('there is no state key');
  const seal = stateSeal(stateKeys, answerTimeoutMs);
  return {
    openRound: async (asking, request) => {
      const context = contextOf(asking, request);
      const { state, capabilities } = await arrivalOf(request, seal, context);
      const replay = new Replay(state, request.mcpReq.inputResponses, {
        maxRounds,
        seal: (next) => seal.seal(next, context),
      });
      const sourceOf = (): AnswerSource => sources.get(request)?.() ?? replay;
      const canAnswer: CanAnswer = (question) => covers(capabilities, question);
      const extras = { ask: askFunctions(asking.questions, sourceOf, canAnswer), once: replay.once };
      return { run: (handler) => replay.run(() => handler(extras)) };
    },
    openRoundOfNobody: openRoundWith({}),
    guard: ({ server }, only) => guardHandlers(server, seal, only),
    // One more than we allow, so that it is we who say so.
    sdkOptions: { inputRequired: { maxRounds: maxRounds + 1, roundTimeoutMs: answerTimeoutMs } },
  };
}

/**
 * For calls that have no client of their own: the steps of a workflow, where nobody answers, and examples, which say the answers, by
 * key. A question without an answer is one that the client cannot answer.
 */
export function openRoundWith(answers: Readonly<Record<string, unknown>>): OpenRound {
  return async ({ questions, name }) => {
    const replay = new Replay(undefined, answers, { maxRounds: 0, seal: () => Promise.reject(new Error('unused')) });
    const refuse = (question: string): Promise<never> =>
      Promise.reject(new ToolFailure(`${name} asks for ${question}, and nobody can answer that here.`));
    const source: AnswerSource = { ask: replay.ask, refuse };
    const extras = {
      ask: askFunctions(
        questions,
        () => source,
        (_request, question) => Object.hasOwn(answers, question),
      ),
      once: replay.once,
    };
    return { run: (handler) => replay.run(() => handler(extras)) };
  };
}

/** By the request that the handler is called with. */
const sources = new WeakMap<ServerContext, () => AnswerSource | undefined>();

/** Lets somebody else answer what is asked while this request is handled, whenever `source` gives one: tasks do. */
export function answerFrom(request: ServerContext, source: () => AnswerSource | undefined): void {
  sources.set(request, source);
}

/** What a client has sent along, opened. Handed on where the SDK hands on what it opens itself. */
export class Arrival {
  constructor(
    readonly state: ReplayState | undefined,
    readonly capabilities: ClientCapabilities | undefined,
  ) {}
}

/**
 * What has come with a request. On an `McpServer` of somebody else's that had handlers before ours nothing has been opened; then a
 * state that is none is an error of the tool, where it would be one of the request.
 */
async function arrivalOf(request: ServerContext, seal: StateSeal, context: string): Promise<Arrival> {
  const arrived: unknown = request.mcpReq.requestState?.();
  if (arrived instanceof Arrival) return arrived;
  if (arrived === undefined) return new Arrival(undefined, capabilitiesIn(request));
  const state = await opened(arrived, seal, context).catch(({ message }: Error) => {
    throw new ToolFailure(message);
  });
  return new Arrival(state, capabilitiesIn(request));
}

/** Every handler that is registered from now on is called with an `Arrival`, or not at all. */
function guardHandlers(server: McpServer['server'], seal: StateSeal, only?: AskingRequest['method']): void {
  server.setRequestHandler = new Proxy(server.setRequestHandler, {
    apply: (register, self, args: unknown[]) => {
      const [method] = args;
      const handler = args.at(-1);
      const isOurs = only === undefined || method === only;
      if (typeof handler !== 'function' || !isAskingMethod(method) || !isOurs)
        return Reflect.apply(register, self, args);
      const guarded = async (request: unknown, ctx: ServerContext): Promise<unknown> => {
        const text: unknown = ctx.mcpReq.requestState?.();
        const state = text === undefined ? undefined : await openedFor(method, request, ctx, seal, text);
        const arrival = new Arrival(state, capabilitiesIn(ctx) ?? server.getClientCapabilities());
        return handler(request, { ...ctx, mcpReq: { ...ctx.mcpReq, requestState: () => arrival } });
      };
      return Reflect.apply(register, self, [...args.slice(0, -1), guarded]);
    },
  });
}

/** Throws the error -32602 for a state that was not made for this request of this caller (MCP 2026-07-28, patterns, MRTR). */
async function openedFor(
  method: AskingRequest['method'],
  request: unknown,
  ctx: ServerContext,
  seal: StateSeal,
  text: unknown,
): Promise<ReplayState> {
  const params = isRecord(request) && isRecord(request['params']) ? request['params'] : {};
  const name = String(method === 'resources/read' ? params['uri'] : params['name']);
  const context = contextOf({ method, name, arguments: params['arguments'] }, ctx);
  return opened(text, seal, context).catch(({ message }: Error) => {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, message, { reason: 'invalid_request_state' });
  });
}

async function opened(text: unknown, seal: StateSeal, context: string): Promise<ReplayState> {
  if (typeof text !== 'string') throw new Error('Invalid or expired requestState');
  // Only we could seal it.
  return (await seal.open(text, context)) as ReplayState;
}

/** What a state belongs to: it is worth nothing to another caller, or for another request. */
function contextOf({ method, name, ...rest }: Omit<AskingRequest, 'questions'>, request: ServerContext): string {
  return canonicalText([method, name, rest.arguments ?? {}, callerOf(request.http?.authInfo)]);
}

function isAskingMethod(method: unknown): method is AskingRequest['method'] {
  return method === 'tools/call' || method === 'prompts/get' || method === 'resources/read';
}

/** A modern client declares them with each request. */
function capabilitiesIn({ mcpReq }: ServerContext): ClientCapabilities | undefined {
  // The SDK's type names no members.
  const envelope: Readonly<Record<string, unknown>> | undefined = mcpReq.envelope;
  return envelope === undefined ? undefined : ((envelope[CLIENT_CAPABILITIES_META_KEY] ?? {}) as ClientCapabilities);
}
