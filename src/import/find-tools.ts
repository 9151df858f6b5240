import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { NoteTaker } from './import-note.js';
import { type OfferSection, offerSections } from './sections.js';

/** The lists in what was given, and where they stand. */
export interface FoundTools {
  readonly tools: readonly JsonValue[];
  readonly offers: Readonly<Record<OfferSection, readonly JsonValue[]>>;
  /** Where the tools are; the other lists are beside them. */
  readonly path: JsonPath;
  readonly server: { readonly name?: string; readonly version?: string; readonly title?: string };
}

/** Members of `ListToolsResult` and the like, of this and older revisions, that a manifest has no place for and needs none. */
const resultMembers = new Set(['tools', 'nextCursor', '_meta', 'resultType', 'ttlMs', 'cacheScope']);
const noOffers = { resources: [], resourceTemplates: [], prompts: [] };
/** Members that are read, though not part of the answer. */
const identityMembers = ['serverInfo', 'server', 'version'];

/**
 * Accepts a `ListToolsResult` or one of the lists beside it, several of them in one object, the JSON-RPC response that carries one, and a
 * bare list of tools. Gives the reason as text when it is none of these.
 */
export function findTools(answer: JsonValue, notes: NoteTaker): FoundTools | string {
  if (Array.isArray(answer)) return { tools: answer, offers: noOffers, path: [], server: {} };
  if (!isJsonObject(answer)) return `it is ${describe(answer)}`;
  if (isJsonObject(answer['error']) && !hasList(answer)) return 'it is a JSON-RPC error';
  const inner = answer['result'];
  const enveloped = !hasList(answer) && isJsonObject(inner);
  const result = enveloped ? inner : answer;
  const root: JsonPath = enveloped ? ['result'] : [];
  if (!hasList(result)) return 'it has no member `tools`, `resources`, `resourceTemplates` or `prompts`';
  const tools = Object.hasOwn(result, 'tools') ? result['tools'] : [];
  if (!Array.isArray(tools)) return `its member \`tools\` is ${describe(tools ?? null)}, not a list`;
  const offers = offersIn(result, notes.at(root));
  noteTheRest(result, notes.at(root));
  return { tools, offers, path: [...root, 'tools'], server: identity(result) };
}

function hasList(result: JsonObject): boolean {
  return ['tools', ...offerSections].some((section) => Object.hasOwn(result, section));
}

function offersIn(result: JsonObject, notes: NoteTaker): FoundTools['offers'] {
  const listOf = (section: OfferSection): readonly JsonValue[] => {
    const list = result[section] ?? null;
    if (Array.isArray(list)) return list;
    if (list !== null) notes.take('import/section-skipped', { section, problem: describe(list) }, [section]);
    return [];
  };
  const [resources, resourceTemplates, prompts] = offerSections.map(listOf);
  return { resources: resources ?? [], resourceTemplates: resourceTemplates ?? [], prompts: prompts ?? [] };
}

function noteTheRest(result: JsonObject, notes: NoteTaker): void {
  if (typeof result['nextCursor'] === 'string') notes.take('import/more-pages', {}, ['nextCursor']);
  const known = (key: string) =>
    resultMembers.has(key) || offerSections.some((each) => each === key) || identityMembers.includes(key);
  const members = Object.keys(result).filter((key) => !known(key));
  if (members.length > 0) notes.take('import/ignored-members', { members: shortList(members) });
}

function shortList(members: readonly string[]): string[] {
  const shown = members.slice(0, 20).map((member) => JSON.stringify(member.slice(0, 60)));
  return members.length > shown.length ? [...shown, `and ${members.length - shown.length} more`] : shown;
}

function identity(result: JsonObject): FoundTools['server'] {
  const info = result['serverInfo'];
  const source = isJsonObject(info) ? info : isJsonObject(result['server']) ? result['server'] : undefined;
  if (source !== undefined) return texts({ name: source['name'], version: source['version'], title: source['title'] });
  return texts({ name: result['server'], version: result['version'] });
}

function texts(candidates: Record<string, JsonValue | undefined>): FoundTools['server'] {
  return Object.fromEntries(
    Object.entries(candidates).filter(([, value]) => typeof value === 'string' && value !== ''),
  );
}

/** A JSON value's kind, in words. */
export function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
