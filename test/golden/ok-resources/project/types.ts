// What does not fit does not compile: this file is compiled with what is generated, never run.
import type { createClient, ResourceReading } from './generated/client/index.js';
import { createServer, type registerPrompts, type registerResources } from './generated/server/index.js';
import type {
  Handlers,
  HouseRulesResourceHandler,
  PeopleTemplateHandler,
  TicketTemplateHandler,
  TriagePromptHandler,
} from './generated/server/handler.js';

type Client = Awaited<ReturnType<typeof createClient>>;

export async function calls({ resources, resourceTemplates, prompts, ...client }: Client): Promise<void> {
  const reading: ResourceReading = await resources.houseRules.read();
  const uri: string = resources.logo.uri + resourceTemplates.ticket.uri({ id: 'T-1', verbose: undefined });
  const { text } = await resourceTemplates.ticket.read({ id: 'T-1', verbose: 'yes' });
  const [first] = await resourceTemplates.ticket.list();
  const id: string | undefined = first?.variables.id;
  const { values } = await resourceTemplates.ticket.complete.id('T', { verbose: 'yes' });
  await resourceTemplates.people.read({ names: ['a', 'b'] });
  const { messages } = await prompts.triage.get({ ticket: 'T-1' });
  await prompts.hello.get();
  const { stop } = await resources.houseRules.onUpdated(() => undefined);
  await resourceTemplates.ticket.onUpdated({ id: 'T-1' }, () => undefined);
  const { prompts: differing } = await client.verifyContract();
  use(reading, uri, text, id, values, messages, stop, differing);
  // @ts-expect-error: there is no such resource
  resources.rules;
  // @ts-expect-error: nobody may subscribe to it
  resources.logo.onUpdated;
  // @ts-expect-error: the variable is required
  resourceTemplates.ticket.uri({});
  // @ts-expect-error: there is no such variable
  resourceTemplates.ticket.uri({ id: 'T-1', page: '2' });
  // @ts-expect-error: a variable is text
  resourceTemplates.ticket.uri({ id: 1 });
  // @ts-expect-error: the variable is a list
  resourceTemplates.people.uri({ names: 'a' });
  // @ts-expect-error: its handler lists nothing
  resourceTemplates.people.list;
  // @ts-expect-error: nothing completes it
  resourceTemplates.people.complete.names;
  // @ts-expect-error: there is no such variable beside it
  await resourceTemplates.ticket.complete.id('T', { page: '2' });
  // @ts-expect-error: the argument is required
  await prompts.triage.get({ tone: 'kind' });
  // @ts-expect-error: without its arguments there is no prompt
  await prompts.triage.get();
  // @ts-expect-error: an argument is text
  await prompts.triage.get({ ticket: 1 });
  // @ts-expect-error: there is no such argument
  await prompts.triage.complete.ticket('T', { team: 'red' });
}

const houseRules: HouseRulesResourceHandler<{ text: string }> = async (ctx) => ctx.services.text;
const ticket: TicketTemplateHandler = {
  read: ({ id, verbose = 'no' }, ctx) => (id === '' ? ctx.notFound() : ctx.contents([{ text: id + verbose }])),
  list: () => [{ variables: { id: 'T-1' }, title: 'First' }],
  complete: { id: (value, ctx) => [value, ctx.arguments.verbose ?? ''] },
};
const people: PeopleTemplateHandler = ({ names }) => new TextEncoder().encode(names.join());
const triage: TriagePromptHandler = {
  get: ({ ticket: id, tone }, ctx) =>
    ctx.result({ messages: [{ role: 'user', content: { type: 'text', text: id + (tone ?? '') } }], description: 'x' }),
  complete: { ticket: async (value) => [value] },
};
const handlers: Handlers<{ text: string }> = {
  resources: { 'House rules': houseRules, logo: () => new Uint8Array(68) },
  resourceTemplates: { ticket, people },
  prompts: { triage, hello: () => 'Hello.' },
};
createServer(handlers, { services: { text: '' } });
export const mounting: readonly [typeof registerResources, typeof registerPrompts] | undefined = undefined;

// @ts-expect-error: a resource is a text, bytes or what the context makes
export const wrongValue: HouseRulesResourceHandler = () => 1;
// @ts-expect-error: no plain object is taken for contents
export const plainContents: HouseRulesResourceHandler = () => ({ contents: [] });
// @ts-expect-error: there is no such variable
export const wrongVariable: PeopleTemplateHandler = ({ id }) => id;
// @ts-expect-error: a template that lists and completes is an object
export const onlyRead: TicketTemplateHandler = () => '';
// @ts-expect-error: it has to complete `id`
export const noCompletion: TicketTemplateHandler = { read: () => '', list: () => [], complete: {} };
// @ts-expect-error: what is listed says which one it is
export const noVariables: TicketTemplateHandler['list'] = () => [{ title: 'First' }];
// @ts-expect-error: a completion is a list of texts
export const wrongCompletion: TicketTemplateHandler['complete'] = { id: () => [1] };
// @ts-expect-error: messages have a role
export const wrongMessages: TriagePromptHandler['get'] = () => [{ content: { type: 'text', text: '' } }];
// @ts-expect-error: a prompt has no such argument
export const wrongArgument: TriagePromptHandler['get'] = ({ team }) => team;
// @ts-expect-error: the handler of `logo` is missing
createServer({ ...handlers, resources: { 'House rules': houseRules } }, { services: { text: '' } });
// @ts-expect-error: the handlers need other services
createServer(handlers, { services: {} });

function use(..._values: readonly unknown[]): void {}
