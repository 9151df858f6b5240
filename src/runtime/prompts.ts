import {
  type GetPromptResult,
  type InputRequiredResult,
  type ListPromptsRequest,
  type ListPromptsResult,
  type McpServer,
  type Prompt,
  ProtocolErrorCode,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { type AnyFunction, answerRequest, functionIn, handlerIn, Refusal } from './answer-request.js';
import { type CompletionTarget, serveCompletions, sourcesOf } from './complete.js';
import type { JsonSchema } from './descriptor.js';
import { isRecord, present, truncate } from './json.js';
import { neededFor } from './needed-for.js';
import { onRequest } from './on-request.js';
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
import { type Outcome, runHandler } from './run-handler.js';
import { type BindSection, type SectionOptions, sectionOptionsOf } from './section.js';
import { shown } from './shown-schema.js';

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
        const needed = neededFor(context, 'prompts/get', bound, (name) => byName.get(name));
        for (const each of needed) each.register(server);
        // The SDK's own list would leave out titles of arguments, and knows no pages.
        onRequest<ListPromptsRequest, ListPromptsResult>(server.server, 'prompts/list', ({ params }) => {
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
    answerRequest<GetPromptResult | InputRequiredResult, Outcome>(
      {
        place: { prompt: name },
        scopes: prompt.scopes,
        failure: 'The prompt could not be filled in',
        call: async (ctx) => {
          const given = checkArguments(prompt, args);
          const run = (extras: object = {}): unknown => get(given, { ...toPromptContext(ctx), ...extras });
          const inWords = `the prompt ${JSON.stringify(name)}`;
          const asker = { method: 'prompts/get', name, arguments: given, questions: prompt.ask, inWords } as const;
          return runHandler(asker, run, request, options.openRound);
        },
        toAnswer: (outcome) => ('required' in outcome ? outcome.required : toPromptResult(name, outcome.answer)),
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
    argsSchema: shown(schemaOf(prompt)),
  };
  const target: CompletionTarget = {
    type: 'ref/prompt',
    key: name,
    place: { prompt: name },
    scopes: prompt.scopes,
    names: (prompt.arguments ?? []).map((each) => each.name),
    sources: sourcesOf(completions, part),
  };
  return { bound: { name, register: (server) => void server.registerPrompt(name, config, call) }, target };
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

/** The arguments as the SDK lists them. `checkArguments` checks them. */
function schemaOf({ arguments: declared = [] }: PromptDescriptor): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(
      declared.map(({ name, description }) => [
        name,
        { type: 'string', ...(description !== undefined && { description }) },
      ]),
    ),
    required: declared.filter((each) => each.required === true).map((each) => each.name),
  };
}

function toListed(prompt: PromptDescriptor): Prompt {
  return { name: prompt.name, ...present(prompt, PROMPT_FIELDS) } as Prompt;
}
