import { isJsonObject, type JsonObject } from '../../../src/json.js';
import { type Lists, type Section, sections } from './sections.js';
import type { Ask, Connection, Era } from './wire.js';

const methods: Readonly<Record<Section, string>> = {
  tools: 'tools/list',
  resources: 'resources/list',
  resourceTemplates: 'resources/templates/list',
  prompts: 'prompts/list',
};
/** The capability without which a server has no such list. */
const capabilityOf: Readonly<Record<Section, string>> = {
  tools: 'tools',
  resources: 'resources',
  resourceTemplates: 'resources',
  prompts: 'prompts',
};
const methodNotFound = -32601;

/** Every list of a server, page by page. One that the server does not claim to have must be refused, and counts as empty. */
export async function listAll({ ask, capabilities }: Connection): Promise<Lists> {
  const lists: Partial<Record<Section, JsonObject[]>> = {};
  for (const section of sections) {
    if (Object.hasOwn(capabilities, capabilityOf[section])) lists[section] = await listOne(ask, section);
    else lists[section] = await refusedList(ask, section);
  }
  return lists as Lists;
}

async function listOne(ask: Ask, section: Section): Promise<JsonObject[]> {
  const entries: JsonObject[] = [];
  let cursor: unknown;
  do {
    const answer = await ask(methods[section], typeof cursor === 'string' ? { cursor } : {});
    const result = answer['result'];
    if (!isJsonObject(result)) throw new Error(`${methods[section]}: ${JSON.stringify(answer)}`);
    entries.push(...(result[section] as JsonObject[]));
    cursor = result['nextCursor'];
  } while (cursor !== undefined);
  return entries;
}

async function refusedList(ask: Ask, section: Section): Promise<JsonObject[]> {
  const { error } = await ask(methods[section], {});
  if (isJsonObject(error) && error['code'] === methodNotFound) return [];
  throw new Error(`${methods[section]} without the capability: ${JSON.stringify(error)}`);
}

/** What a server answers to a request: the error, or of a tool's result what the tool says. */
export interface Reply {
  readonly request: string;
  readonly says: unknown;
}

/**
 * Asks for everything that is listed beside the tools, for one tool, and for what there is not. The handlers are the stubs that a build
 * creates, so each has to say that it is one, and nothing may come before it but the checks of the request.
 */
export async function askForAll({ ask }: Connection, lists: Lists, era: Era): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const [method, params] of requestsFor(lists, era)) {
    const { result, error } = await ask(method, params);
    const says = error ?? (isJsonObject(result) ? { content: result['content'], isError: result['isError'] } : result);
    replies.push({ request: `${method} ${JSON.stringify(params)}`, says });
  }
  return replies;
}

/** The replies that stubs owe to the same requests. */
export function expectedReplies(lists: Lists, era: Era): Reply[] {
  return requestsFor(lists, era).map(([method, params, says]) => ({
    request: `${method} ${JSON.stringify(params)}`,
    says,
  }));
}

type Exchange = readonly [method: string, params: JsonObject, says: unknown];

const nowhere = 'nowhere://there-is-no-such-thing';

function requestsFor({ tools, resources, resourceTemplates, prompts }: Lists, era: Era): Exchange[] {
  const called = tools.find(({ inputSchema }) => isJsonObject(inputSchema) && inputSchema['required'] === undefined);
  const uris = new Map(resources.map(({ uri, name }) => [String(uri), String(name)]));
  for (const { uriTemplate, name } of resourceTemplates) {
    const uri = String(uriTemplate).replace(/\{\w+\}/g, 'x');
    // A resource answers for its own URI, whatever templates there are.
    if (!uris.has(uri)) uris.set(uri, String(name));
  }
  return [
    ...(called === undefined ? [] : [callOf(String(called['name']))]),
    ...[...uris].map(([uri, name]): Exchange => ['resources/read', { uri }, unimplemented(`resource ${name}`)]),
    ...(uris.size === 0 ? [] : [missing(era)]),
    ...prompts.flatMap(exchangesOf),
  ];
}

function callOf(name: string): Exchange {
  const content = [{ type: 'text', text: `The tool ${name} is not implemented yet.` }];
  return ['tools/call', { name, arguments: {} }, { content, isError: true }];
}

/** Revision 2025-11-25 has a code of its own for what is not there. */
function missing(era: Era): Exchange {
  const code = era === 'modern' ? -32602 : -32002;
  return [
    'resources/read',
    { uri: nowhere },
    { code, message: `Resource not found: ${nowhere}`, data: { uri: nowhere } },
  ];
}

function exchangesOf(prompt: JsonObject): Exchange[] {
  const name = String(prompt['name']);
  const required = ((prompt['arguments'] ?? []) as JsonObject[]).filter((each) => each['required'] === true);
  const given = Object.fromEntries(required.map((each) => [String(each['name']), 'x']));
  const complete: Exchange = ['prompts/get', { name, arguments: given }, unimplemented(`prompt ${name}`)];
  if (required.length === 0) return [complete];
  const problems = required.map((each) => `\n- \`${String(each['name'])}\` is required`);
  const message = `Invalid arguments for the prompt ${name}:${problems.join('')}`;
  return [complete, ['prompts/get', { name, arguments: {} }, { code: -32602, message }]];
}

function unimplemented(what: string): JsonObject {
  return { code: -32603, message: `The ${what} is not implemented yet.` };
}
