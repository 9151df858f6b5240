import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonPath } from '../../../src/json.js';
import { type Answer, legacyRoots } from './answers.js';
import type { Note } from './build-all.js';
import { bySection, type Lists, type Section, sections } from './sections.js';
import type { Era } from './wire.js';

const named = ['name', 'title', 'description'];
const meant = ['mimeType', 'annotations', 'icons', '_meta'];

/** `Tool`, `Resource`, `ResourceTemplate` and `Prompt` of MCP 2026-07-28; what is served has these members and no other. */
const fields: Readonly<Record<Section, readonly string[]>> = {
  tools: [...named, 'inputSchema', 'outputSchema', 'annotations', 'icons', '_meta'],
  resources: [...named, 'uri', 'size', ...meant],
  resourceTemplates: [...named, 'uriTemplate', ...meant],
  prompts: [...named, 'arguments', 'icons', '_meta'],
};
/** `PromptArgument`, and `Annotations` of what is no tool. */
const argumentFields = [...named, 'required'];
const annotationFields = ['audience', 'priority', 'lastModified'];

const kinds: Readonly<Record<Section, string>> = {
  tools: 'tool',
  resources: 'resource',
  resourceTemplates: 'resourceTemplate',
  prompts: 'prompt',
};

/** An entry as it has to be served: the original, or the original with exactly the differences that import reported. */
export interface Expectation {
  readonly definition: JsonObject;
  readonly isOriginal: boolean;
}

/** What is expected of each list, by name: each kind is a namespace. */
export type Expectations = Readonly<Record<Section, ReadonlyMap<string, Expectation>>>;

/** What a served list turned out to be. */
export interface Comparison {
  /** Entries that are equal to the original in all fields. */
  readonly equal: number;
  /** Entries that differ from the original exactly as reported. */
  readonly asReported: number;
  /** Pairs that nothing explains. */
  readonly wrong: readonly { readonly served: JsonObject | undefined; readonly expected: JsonObject | undefined }[];
}

/** Applies every reported difference to the original. A remark that is no difference of an entry's fields changes nothing. */
export function expectationsOf(answer: Answer, notes: readonly Note[]): Expectations {
  const changed = structuredClone(bySection((section) => answer[section]));
  for (const note of notes) if (note.subject !== undefined) applyNote(changed, note);
  return bySection((section) => {
    const originals = answer[section].map((entry) => canonical(section, entry));
    const entries = changed[section].map((entry, index): [string, Expectation] => {
      const definition = canonical(section, entry);
      return [String(entry['name']), { definition, isOriginal: isDeepStrictEqual(definition, originals[index]) }];
    });
    return new Map(entries);
  });
}

/**
 * Compares each served list with what is expected, entry by entry. To modern clients also the members of tools stand in the original order;
 * for older ones the SDK puts `type` first in each input schema.
 */
export function compare(served: Lists, expectations: Expectations, era: Era): Record<Section, Comparison> {
  return bySection((section) => compareList(section, served[section], expectations[section], era));
}

function compareList(
  section: Section,
  served: readonly JsonObject[],
  expectations: ReadonlyMap<string, Expectation>,
  era: Era,
): Comparison {
  const byName = new Map(served.map((entry) => [String(entry['name']), entry]));
  const wrong: { served: JsonObject | undefined; expected: JsonObject | undefined }[] = [];
  const right = { equal: 0, asReported: 0 };
  const isOrdered = section === 'tools' && era === 'modern';
  for (const [name, { definition, isOriginal }] of expectations) {
    const expected = section === 'tools' && era === 'legacy' ? asLegacy(definition) : definition;
    const entry = byName.get(name);
    if (!isDeepStrictEqual(entry, expected) || (isOriginal && isOrdered && textOf(entry) !== textOf(expected))) {
      wrong.push({ served: entry, expected });
    } else if (isOriginal) right.equal += 1;
    else right.asReported += 1;
  }
  for (const entry of served) {
    const name = String(entry['name']);
    // Of two entries with one name, the map has the last.
    if (!expectations.has(name) || byName.get(name) !== entry) wrong.push({ served: entry, expected: undefined });
  }
  return { ...right, wrong };
}

function applyNote(lists: Lists, { subject, path, code }: Note): void {
  const section = sections.find((each) => each === path[0]);
  if (section === undefined || subject?.kind !== kinds[section]) {
    throw new Error(`${code} at /${path.join('/')} says that it is about ${JSON.stringify(subject)}`);
  }
  const entry = at(lists[section], path.slice(1, 2));
  if (entry['name'] !== subject.name) throw new Error(`${code}: ${subject.name} is not at /${path.join('/')}`);
  const place = path.slice(2);
  const member = String(place.at(-1));
  const owner = at(entry, place.slice(0, -1));
  if (code === 'import/removed-field' || code === 'import/stray-member') {
    expectOnlyStray(section, owner, place);
    delete owner[member];
  } else if (code === 'import/unknown-annotation' && section === 'tools' && isAt(place, 'annotations', member)) {
    if (!Object.hasOwn(owner, member)) throw new Error(`there is no annotation ${member}`);
    delete owner[member];
  } else if (code === 'import/type-added' && section === 'tools' && isAt(place, 'inputSchema')) {
    const schema = at(entry, place);
    if (Object.hasOwn(schema, 'type')) throw new Error('a type was said to be added where there is one');
    schema['type'] = 'object';
  } else {
    throw new Error(`${code} at /${path.join('/')} is no difference that these answers may have`);
  }
}

/** Left out may be what the revision does not define; of the fields, only one that is null. */
function expectOnlyStray(section: Section, owner: JsonObject, place: JsonPath): void {
  const member = String(place.at(-1));
  const defined = fieldsAt(section, place.slice(0, -1));
  const isStray = defined !== undefined && Object.hasOwn(owner, member);
  if (!isStray || (defined.includes(member) && owner[member] !== null))
    throw new Error(`${member} must not be left out`);
}

/** The members that MCP defines at a place of an entry; undefined where nothing may be left out. */
function fieldsAt(section: Section, place: JsonPath): readonly string[] | undefined {
  if (place.length === 0) return fields[section];
  if (section === 'prompts' && place.length === 2 && place[0] === 'arguments') return argumentFields;
  if (section.startsWith('resource') && isAt(place, 'annotations')) return annotationFields;
  return undefined;
}

function isAt(place: JsonPath, ...steps: string[]): boolean {
  return isDeepStrictEqual(place, steps);
}

/**
 * The definition as an older client is shown it. Only output schemas differ, and only those whose root is not `type: object`; for them
 * the right answer is written down by hand rather than computed by a second copy of the same rule.
 */
function asLegacy(definition: JsonObject): JsonObject {
  const schema = definition['outputSchema'];
  if (!isJsonObject(schema) || schema['type'] === 'object') return definition;
  const shown = legacyRoots[String(definition['name'])];
  if (shown === undefined) throw new Error(`write down how ${String(definition['name'])} looks to older clients`);
  return { ...definition, outputSchema: shown };
}

/**
 * An entry's fields. MCP gives some members of a prompt two spellings that say the same: an argument that is not required is one whose
 * `required` is false or absent, and a prompt without arguments has an empty list or none. Only the absent ones are served.
 */
function canonical(section: Section, entry: JsonObject): JsonObject {
  const definition = fieldsOf(section, entry);
  const list = definition['arguments'];
  if (section !== 'prompts' || !Array.isArray(list)) return definition;
  const { arguments: _, ...others } = definition;
  if (list.length === 0) return others;
  return { ...definition, arguments: list.map((each) => (isJsonObject(each) ? withoutFalse(each) : each)) };
}

function withoutFalse(argument: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(argument).filter(([key, value]) => key !== 'required' || value !== false));
}

function fieldsOf(section: Section, entry: JsonObject): JsonObject {
  return Object.fromEntries(
    fields[section].flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])),
  );
}

/** Unlike equality this heeds the order in which members of schemas stand, which models read; that of a tool's own fields is free. */
function textOf(tool: JsonObject | undefined): string {
  return JSON.stringify(tool === undefined ? undefined : fieldsOf('tools', tool));
}

function at(root: JsonObject | readonly JsonObject[], path: JsonPath): JsonObject {
  let value: unknown = root;
  for (const step of path) value = (value as Record<string | number, unknown>)[step];
  if (!isJsonObject(value)) throw new Error(`no object at /${path.join('/')}`);
  return value;
}
