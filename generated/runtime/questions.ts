// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type ClientCapabilities,
  type CreateMessageRequestParams,
  type ElicitRequestFormParams,
  type InputRequest,
  inputRequired,
  isSpecType,
} from '@modelcontextprotocol/server';
import type { FormParams, SampledMessage, SampleParams, SamplingContent, UrlParams } from './asking.js';
import type { JsonSchema, Question, Questions } from './descriptor.js';
import { fits, readForm } from './form.js';
import { isRecord } from './json.js';

/** Where the answers to questions come from: earlier rounds of a request, or what a client says about a task. */
export interface AnswerSource {
  /**
   * The client's answer to one question of this name, as `read` understands it. When `read` gives `undefined`, the response is no
   * answer, and the client is asked again. Registers the question before it returns.
   */
  readonly ask: <T>(name: string, request: InputRequest, read: (response: unknown) => T | undefined) => Promise<T>;
  /**
   * Takes a question that the client has not declared that it can answer. Absent where `ask` does: the answer to the request is an
   * error then, made by the SDK.
   */
  readonly refuse?: (name: string, request: InputRequest) => Promise<never>;
}

type AskFunction = (params?: object) => Promise<unknown>;

/** Whether a client has declared that it can answer. */
export type CanAnswer = (request: InputRequest, name: string) => boolean;

/** The functions of `ctx.ask`. `sourceOf` says, at each question, who answers. */
export function askFunctions(
  questions: Questions,
  sourceOf: () => AnswerSource,
  canAnswer: CanAnswer,
): Readonly<Record<string, AskFunction>> {
  return Object.fromEntries(
    Object.entries(questions).map(([name, question]) => [
      name,
      (params = {}) => {
        const answer = ask(name, question, params, sourceOf, canAnswer);
        // A handler may ask several things before it awaits the first, and never come to the others.
        answer.catch(() => undefined);
        return answer;
      },
    ]),
  );
}

/** Registers the question before it first waits, so that whatever a handler asks at once is asked in one round. */
async function ask(
  name: string,
  question: Question,
  params: object,
  sourceOf: () => AnswerSource,
  canAnswer: CanAnswer,
): Promise<unknown> {
  const request = requestOf(name, question, params);
  const source = sourceOf();
  if (!canAnswer(request, name)) {
    if (question.otherwise === 'skip') return { action: 'unsupported' };
    if (source.refuse !== undefined) return source.refuse(name, request);
  }
  return source.ask(name, request, readerOf(question));
}

/** The request as it travels. Throws a `TypeError` for parameters that no client could do anything with. */
function requestOf(name: string, question: Question, params: object): InputRequest {
  const { elicit, elicitUrl, sample } = question;
  if (elicit !== undefined) {
    const { message = elicit.message, defaults = {} } = params as FormParams<Record<string, unknown>>;
    const requestedSchema = withDefaults(name, elicit.requestedSchema, defaults);
    return { method: 'elicitation/create', params: { mode: 'form', message, requestedSchema } };
  }
  if (elicitUrl !== undefined) {
    const { url, message = elicitUrl.message } = params as UrlParams;
    if (!isVisitable(url)) throw new TypeError(`${name}: ${JSON.stringify(url)} is no http or https URL`);
    return inputRequired.elicitUrl({ url, message });
  }
  if (sample !== undefined) {
    const merged: Record<string, unknown> = { ...sample };
    for (const [key, value] of Object.entries(params as SampleParams)) if (value !== undefined) merged[key] = value;
    if (!Array.isArray(merged['messages'])) throw new TypeError(`${name}: there are no messages`);
    return inputRequired.createMessage(merged as unknown as CreateMessageRequestParams);
  }
  return { method: 'roots/list', params: {} };
}

type RequestedSchema = ElicitRequestFormParams['requestedSchema'];

function withDefaults(name: string, schema: JsonSchema, defaults: Readonly<Record<string, unknown>>): RequestedSchema {
  const given = Object.entries(defaults).filter(([, value]) => value !== undefined);
  // The build has held it against what the protocol allows.
  if (given.length === 0) return schema as RequestedSchema;
  const fields: Record<string, unknown> = isRecord(schema['properties']) ? { ...schema['properties'] } : {};
  for (const [key, value] of given) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!isRecord(field) || !fits(field, value)) throw new TypeError(`${name}: the default of ${key} does not fit`);
    fields[key] = { ...field, default: value };
  }
  return { ...schema, properties: fields } as RequestedSchema;
}

/** Whether a client with these capabilities can (MCP 2026-07-28, `ClientCapabilities`). */
export function covers(capabilities: ClientCapabilities | undefined, { method, params }: InputRequest): boolean {
  if (method === 'roots/list') return capabilities?.roots !== undefined;
  if (method === 'sampling/createMessage') return capabilities?.sampling !== undefined;
  const elicitation = capabilities?.elicitation;
  if (elicitation === undefined) return false;
  // To declare neither mode is to declare forms.
  return params.mode === 'url'
    ? elicitation.url !== undefined
    : elicitation.form !== undefined || elicitation.url === undefined;
}

/** Understands a response, and takes nothing else for an answer: it comes from the client. */
function readerOf({ elicit, elicitUrl, sample }: Question): (response: unknown) => unknown {
  if (elicit !== undefined) {
    return (response) => {
      if (!isRecord(response)) return undefined;
      if (response['action'] !== 'accept') return refusalIn(response);
      const content = readForm(elicit.requestedSchema, response['content'] ?? {});
      return content === undefined ? undefined : { action: 'accept', content };
    };
  }
  if (elicitUrl !== undefined) {
    return (response) => {
      if (!isRecord(response)) return undefined;
      return response['action'] === 'accept' ? { action: 'accept' } : refusalIn(response);
    };
  }
  if (sample !== undefined) return messageIn;
  return (response) => (isSpecType.ListRootsResult(response) ? response.roots : undefined);
}

/** What uses tools is no answer: none were offered. */
function messageIn(response: unknown): SampledMessage | undefined {
  if (!isSpecType.CreateMessageResultWithTools(response)) return undefined;
  const { role, model, stopReason } = response;
  const blocks = Array.isArray(response.content) ? response.content : [response.content];
  const content = blocks.flatMap((block): SamplingContent[] =>
    block.type === 'text' || block.type === 'image' || block.type === 'audio' ? [block] : [],
  );
  if (content.length < blocks.length) return undefined;
  const text = content.flatMap((block) => (block.type === 'text' ? [block.text] : [])).join('\n');
  return { role, model, content, text, ...(stopReason !== undefined && { stopReason }) };
}

function refusalIn({ action }: Readonly<Record<string, unknown>>): object | undefined {
  return action === 'decline' || action === 'cancel' ? { action } : undefined;
}

function isVisitable(url: unknown): boolean {
  if (typeof url !== 'string' || !URL.canParse(url)) return false;
  return ['http:', 'https:'].includes(new URL(url).protocol);
}
