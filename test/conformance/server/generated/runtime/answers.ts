// Copied by mcpgen from its tested runtime. Do not edit.

import type {
  Client,
  ClientCapabilities,
  ClientContext,
  CreateMessageResult,
  ElicitResult,
} from '@modelcontextprotocol/client';
import type {
  Consent,
  Elicited,
  ModelPreferences,
  Root,
  SampledMessage,
  SamplingContent,
  SamplingMessage,
  Unsupported,
} from './asking.js';
import { isUnderWay, underWay } from './calls-under-way.js';
import type { ClientOptions } from './client.js';
import type { JsonSchema, Question, ToolDescriptor } from './descriptor.js';
import { canonicalText, isRecord } from './json.js';

/** A form, as the server asks for it. */
export interface FormRequest {
  readonly message: string;
  readonly requestedSchema: JsonSchema;
  /** Aborted when the answer is not wanted any more. */
  readonly signal: AbortSignal;
}

/** A page that the server wants the user to visit. Show all of its URL, and open it only when the user agrees. */
export interface UrlRequest {
  readonly message: string;
  readonly url: string;
  readonly signal: AbortSignal;
}

/** A message that the server wants of a model. */
export interface SampleRequest {
  readonly messages: readonly SamplingMessage[];
  readonly maxTokens: number;
  readonly systemPrompt?: string;
  readonly temperature?: number;
  readonly stopSequences?: readonly string[];
  readonly modelPreferences?: ModelPreferences;
  readonly signal: AbortSignal;
}

export interface SampleAnswer {
  readonly role: 'assistant';
  readonly model: string;
  readonly content: SamplingContent;
  readonly stopReason?: string;
}

type Maybe<Value> = Value | Promise<Value>;
type AnyForm = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What answers whatever the contract's questions do not. */
export interface GenericAnswers {
  readonly elicit?: ((request: FormRequest) => Maybe<Elicited<AnyForm>>) | undefined;
  readonly elicitUrl?: ((request: UrlRequest) => Maybe<Consent>) | undefined;
  readonly sample?: ((request: SampleRequest) => Maybe<SampleAnswer>) | undefined;
  readonly roots?: (() => Maybe<readonly Root[]>) | undefined;
}

/** Who answers the questions of the contract's tools, by the names of their methods and questions. */
export interface Answers<Questions> extends GenericAnswers {
  readonly tools?: { readonly [Tool in keyof Questions]?: AnswersTo<Questions[Tool]> } | undefined;
}

type AnswersTo<Ask> = { readonly [Name in keyof Ask]?: AnswerTo<Ask[Name]> };

/** The other end of a function of `ctx.ask`. */
type AnswerTo<Function> = Function extends (...params: never[]) => Promise<infer Result>
  ? AnswerGiving<Exclude<Result, Unsupported>>
  : never;

type AnswerGiving<Result> = [Result] extends [readonly Root[]]
  ? () => Maybe<readonly Root[]>
  : [Result] extends [SampledMessage]
    ? (request: SampleRequest) => Maybe<SampleAnswer>
    : [Extract<Result, { action: 'accept' }>] extends [{ content: infer Content }]
      ? (request: FormRequest) => Maybe<Elicited<Content>>
      : (request: UrlRequest) => Maybe<Consent>;

/** What a caller decides about a client whose server may ask something. */
export interface AnsweringOptions<Questions> extends ClientOptions {
  /** Who answers when the server asks. What has an answer is declared as a capability of the client. */
  readonly answers?: Answers<Questions> | undefined;
}

type Kind = 'elicit' | 'elicitUrl' | 'sample' | 'roots';
type AnyAnswer = (request: object) => unknown;
type Params = Readonly<Record<string, unknown>>;

const KINDS: readonly Kind[] = ['elicit', 'elicitUrl', 'sample', 'roots'];

/** A question of the contract, and the answer to it that was given, if any. */
interface Known {
  readonly tool: string;
  readonly name: string;
  readonly question: Question;
  readonly answer: AnyAnswer | undefined;
}

/**
 * The options of a client that answers. A modern server says by which name it asks; an older one does not, and is recognised by what it
 * asks, and by which calls are under way. Where two questions could be meant that have different answers, neither is guessed: the generic
 * answer is used, and without one the call fails.
 */
export function withAnswers<Questions>(
  options: AnsweringOptions<Questions> | undefined,
  tools: Readonly<Record<string, ToolDescriptor>>,
): ClientOptions {
  const { answers, ...rest } = options ?? {};
  if (answers === undefined) return rest;
  const known = questionsOf(tools, answers.tools ?? {});
  const answered = KINDS.filter(
    (kind) =>
      answers[kind] !== undefined ||
      known.some(({ question, answer }) => answer !== undefined && question[kind] !== undefined),
  );
  const { capabilities = {}, configure } = rest;
  return {
    ...rest,
    capabilities: { ...capabilitiesFor(answered), ...capabilities },
    configure: (raw) => {
      new Answering(raw, known, answers).register(answered);
      configure?.(raw);
    },
  };
}

function questionsOf(tools: Readonly<Record<string, ToolDescriptor>>, given: object): readonly Known[] {
  return Object.entries(tools).flatMap(([method, { name: tool, ask = {} }]) => {
    const own: unknown = Object.hasOwn(given, method) ? Reflect.get(given, method) : undefined;
    return Object.entries(ask).map(([name, question]): Known => {
      const answer: unknown = isRecord(own) && Object.hasOwn(own, name) ? own[name] : undefined;
      return { tool, name, question, answer: typeof answer === 'function' ? (answer as AnyAnswer) : undefined };
    });
  });
}

function capabilitiesFor(kinds: readonly Kind[]): ClientCapabilities {
  const has = (kind: Kind): boolean => kinds.includes(kind);
  return {
    ...((has('elicit') || has('elicitUrl')) && {
      elicitation: { ...(has('elicit') && { form: {} }), ...(has('elicitUrl') && { url: {} }) },
    }),
    ...(has('sample') && { sampling: {} }),
    ...(has('roots') && { roots: {} }),
  };
}

/** Answers what one connection's server asks. */
export class Answering {
  constructor(
    private readonly raw: Client,
    private readonly known: readonly Known[],
    private readonly generic: GenericAnswers,
  ) {}

  register(kinds: readonly Kind[]): void {
    const { raw } = this;
    raw.callTool = new Proxy(raw.callTool, {
      apply: async (call, self, args: Parameters<Client['callTool']>) => {
        const [{ name }] = args;
        return underWay(raw, name, async () => Reflect.apply(call, self, args));
      },
    });
    if (kinds.includes('elicit') || kinds.includes('elicitUrl')) {
      raw.setRequestHandler('elicitation/create', async ({ params }, ctx) => {
        const kind = params.mode === 'url' ? 'elicitUrl' : 'elicit';
        const result = (await this.#answer(kind, params, ctx)) as ElicitResult;
        if (kind === 'elicitUrl' || result.action !== 'accept') return { action: result.action };
        return { action: 'accept', content: withDefaults(params, result.content) };
      });
    }
    if (kinds.includes('sample')) {
      raw.setRequestHandler('sampling/createMessage', async ({ params }, ctx) => {
        return (await this.#answer('sample', params, ctx)) as CreateMessageResult;
      });
    }
    if (kinds.includes('roots')) {
      raw.setRequestHandler('roots/list', async (_request, ctx) => {
        const roots = (await this.#answer('roots', {}, ctx)) as readonly Root[];
        return { roots: [...roots] };
      });
    }
  }

  async #answer(kind: Kind, params: object, ctx: ClientContext): Promise<unknown> {
    const { id, signal } = ctx.mcpReq;
    const key = this.raw.getProtocolEra() === 'modern' ? String(id).replace(/#\d+$/, '') : undefined;
    const answer = this.#answerOf(kind, params as Params, key) ?? (this.generic[kind] as AnyAnswer | undefined);
    if (answer === undefined) throw new Error(`nobody answers ${key ?? 'what the server asks'}`);
    return answer({ ...params, signal });
  }

  /** The answer of the contract's question that is asked; undefined when none is, or it cannot be told which. */
  #answerOf(kind: Kind, params: Params, key: string | undefined): AnyAnswer | undefined {
    const meant = this.known.filter(
      ({ tool, name, question }) =>
        isUnderWay(this.raw, tool) && (key === undefined || name === key) && isAsked(question, kind, params),
    );
    const [first, ...others] = meant;
    return others.every(({ answer }) => answer === first?.answer) ? first?.answer : undefined;
  }
}

/** Whether the request can be this question: a handler may change the message and the defaults of a form. */
function isAsked(question: Question, kind: Kind, params: Params): boolean {
  if (question[kind] === undefined) return false;
  if (kind !== 'elicit') return true;
  return formOf(question.elicit?.requestedSchema) === formOf(params['requestedSchema']);
}

function formOf(schema: unknown): string {
  if (!isRecord(schema) || !isRecord(schema['properties'])) return '';
  const fields = Object.entries(schema['properties']).map(([name, field]) => {
    const { default: _, ...rest } = isRecord(field) ? field : {};
    return [name, rest];
  });
  return canonicalText({ ...schema, properties: Object.fromEntries(fields) });
}

/** Fields that the answer leaves out get the default of the form, as they would in a form that is shown (SEP-1034). */
function withDefaults(params: object, content: ElicitResult['content']): NonNullable<ElicitResult['content']> {
  const schema = (params as Params)['requestedSchema'];
  const fields = isRecord(schema) && isRecord(schema['properties']) ? Object.entries(schema['properties']) : [];
  const defaults = fields.filter(([, field]) => isRecord(field) && field['default'] !== undefined);
  return {
    ...Object.fromEntries(defaults.map(([name, field]) => [name, (field as Params)['default'] as string])),
    ...content,
  };
}
