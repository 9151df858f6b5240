import {
  type GetPromptResult,
  type InputRequiredResult,
  type McpRequestContext,
  type McpServer,
  type Prompt,
  ProtocolErrorCode,
  type ServerContext,
  type StandardSchemaWithJSON,
} from '@modelcontextprotocol/server';
import { type AnyFunction, answerRequest, functionIn, handlerIn, Refusal } from './answer-request.js';
import { type CompletionTarget, serveCompletions } from './complete.js';
import type { InputRound } from './handler.js';
import { isRecord, truncate } from './json.js';
import { pageOf } from './pages.js';
import { PROMPT_FIELDS, type PromptDescriptor } from './prompt-descriptor.js';
import { toPromptContext, toPromptResult } from './prompt-handler.js';
import {
  type Extending,
  type HandlerSections,
  type InputGuard,
  scopeChallengeOf,
  type ToolOptions,
} from './register.js';
import { type BindSection, type SectionOptions, sectionOptionsOf } from './section.js';

/** One prompt, ready to be put on any number of servers. */
interface Bound {
  readonly name: string;
  readonly register: (server: McpServer) => void;
}

/** The prompts of a contract, as a section of a server. */
export function servePrompts(prompts: readonly PromptDescriptor[]): BindSection {
  return (handlers, options) => {
    const { bound, targets } = bind(prompts, handlers, options);
    const byName = new Map(bound.map((each) => [each.name, each]));
    const listed = prompts.map(toListed);
    return {
      capabilities: { prompts: { listChanged: false }, ...(targets.length > 0 && { completions: {} }) },
      install: (server, context) => {
        for (const each of neededFor(context, bound, byName)) each.register(server);
        // The SDK's own list would leave out titles of arguments, and knows no pages.
        server.server.setRequestHandler('prompts/list', ({ params }) => {
          const { items, ...next } = pageOf('prompts', listed, ({ name }) => name, params?.cursor, options.pageSize);
          return { prompts: [...items], ...next };
        });
        if (targets.length > 0) serveCompletions(server, targets, options);
      },
    };
  };
}

/**
 * Puts prompts on a server that exists. The SDK lists them, on one page and without titles of arguments. Throws when something else on the
 * server completes values and the contract wants to as well.
 */
export function registerContractPrompts(
  server: McpServer,
  prompts: readonly PromptDescriptor[],
  handlers: HandlerSections,
  given: ToolOptions & Extending,
  input?: InputGuard,
): void {
  input?.guard(server, 'prompts/get');
  const options = sectionOptionsOf({ ...given, openRound: input?.openRound });
  const { bound, targets } = bind(prompts, handlers, options);
  for (const each of bound) each.register(server);
  if (targets.length > 0) serveCompletions(server, targets, options);
}

/** What a new server can be asked for: see `neededFor` in server.ts. */
function neededFor(
  { era, requestInfo }: McpRequestContext,
  bound: readonly Bound[],
  byName: ReadonlyMap<string, Bound>,
): readonly Bound[] {
  const method = requestInfo?.headers.get('mcp-method');
  if (era !== 'modern' || typeof method !== 'string') return bound;
  if (method !== 'prompts/get') return [];
  const found = byName.get(requestInfo?.headers.get('mcp-name') ?? '');
  return found === undefined ? bound : [found];
}

function bind(
  prompts: readonly PromptDescriptor[],
  handlers: HandlerSections,
  options: SectionOptions,
): { bound: readonly Bound[]; targets: readonly CompletionTarget[] } {
  const own = prompts.map((prompt) => bindPrompt(prompt, handlers, options));
  const isCompleting = prompts.some(({ completions = [] }) => completions.length > 0);
  return { bound: own.map(({ bound }) => bound), targets: isCompleting ? own.map(({ target }) => target) : [] };
}

function bindPrompt(
  prompt: PromptDescriptor,
  { prompts }: HandlerSections,
  options: SectionOptions,
): { bound: Bound; target: CompletionTarget } {
  const { name, title, description, icons, _meta, completions = [] } = prompt;
  const handler = handlerIn(prompts, 'prompt', name);
  const part = (...path: string[]): AnyFunction => functionIn(handler, path, 'prompt', name);
  const get = completions.every(({ by }) => by !== 'handler') ? part() : part('get');
  const call = (args: unknown, request: ServerContext): Promise<GetPromptResult | InputRequiredResult> =>
    answerRequest<GetPromptResult | InputRequiredResult>(
      {
        place: { prompt: name },
        scopes: prompt.scopes,
        failure: 'The prompt could not be filled in',
        call: async (ctx) => {
          const given = checkArguments(prompt, args);
          const run = (extras: object = {}): unknown => get(given, { ...toPromptContext(ctx), ...extras });
          const round = await openRoundOf(prompt, given, request, options);
          if (round === undefined) return run();
          const outcome = await round.run(run);
          return 'required' in outcome ? new Required(outcome.required) : outcome.answer;
        },
        toAnswer: (value) => (value instanceof Required ? value.result : toPromptResult(name, value)),
      },
      request,
      options,
    );
  const config = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    // The SDK's types have mutable lists; it does not write to them.
    ...(icons !== undefined && { icons: icons as NonNullable<Prompt['icons']> }),
    ...(_meta !== undefined && { _meta }),
    ...scopeChallengeOf(prompt.scopes),
    argsSchema: shown(prompt),
  };
  const target: CompletionTarget = {
    type: 'ref/prompt',
    key: name,
    place: { prompt: name },
    names: (prompt.arguments ?? []).map((each) => each.name),
    sources: new Map(completions.map(({ name: each, by }) => [each, by === 'handler' ? part('complete', each) : by])),
  };
  return { bound: { name, register: (server) => void server.registerPrompt(name, config, call) }, target };
}

/** The client has to answer first. */
export class Required {
  constructor(readonly result: InputRequiredResult) {}
}

async function openRoundOf(
  { name, ask: questions }: PromptDescriptor,
  args: unknown,
  request: ServerContext,
  { openRound }: SectionOptions,
): Promise<InputRound | undefined> {
  if (questions === undefined) return undefined;
  if (openRound === undefined) throw new TypeError(`nothing lets the handler of the prompt "${name}" ask its client`);
  return openRound({ method: 'prompts/get', name, arguments: args, questions }, request);
}

/** The arguments, when they are the prompt's: MCP 2026-07-28, server/prompts, "Error Handling". */
function checkArguments({ name, arguments: declared = [] }: PromptDescriptor, args: unknown): unknown {
  const given = isRecord(args) ? args : {};
  const known = new Set(declared.map((each) => each.name));
  const problems = [
    ...declared
      .filter((each) => each.required === true && !Object.hasOwn(given, each.name))
      .map((each) => `\`${each.name}\` is required`),
    ...Object.entries(given).flatMap(([key, value]) => {
      if (!known.has(key)) return [`\`${truncate(key, 64)}\` is no argument of it`];
      return typeof value === 'string' ? [] : [`\`${key}\` must be text`];
    }),
  ];
  if (problems.length === 0) return given;
  const list = problems.slice(0, MAX_PROBLEMS).map((each) => `\n- ${each}`);
  throw new Refusal(ProtocolErrorCode.InvalidParams, `Invalid arguments for the prompt ${name}:${list.join('')}`);
}

/** Enough to mend a request, few enough to be read. */
const MAX_PROBLEMS = 10;

/** The arguments as the SDK lists them. It does not check with them: `checkArguments` does. */
function shown({ arguments: declared = [] }: PromptDescriptor): StandardSchemaWithJSON {
  const convert = (): Record<string, unknown> => ({
    type: 'object',
    properties: Object.fromEntries(
      declared.map(({ name, description }) => [
        name,
        { type: 'string', ...(description !== undefined && { description }) },
      ]),
    ),
    required: declared.filter((each) => each.required === true).map((each) => each.name),
  });
  return {
    '~standard': {
      version: 1,
      vendor: 'mcpgen',
      jsonSchema: { input: convert, output: convert },
      validate: (value) => ({ value }),
    },
  };
}

function toListed(prompt: PromptDescriptor): Prompt {
  const fields = PROMPT_FIELDS.filter((field) => prompt[field] !== undefined);
  return { name: prompt.name, ...Object.fromEntries(fields.map((field) => [field, prompt[field]])) } as Prompt;
}
