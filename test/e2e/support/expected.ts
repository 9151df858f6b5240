import { isDeepStrictEqual } from 'node:util';
import type { ImportNote } from '../../../src/import/import-note.js';
import { isJsonObject, type JsonObject, type JsonPath } from '../../../src/json.js';
import { type Answer, legacyRoots } from './answers.js';
import type { Era } from './wire.js';

/** `Tool` of MCP 2026-07-28; what is served has these members and no other. */
const fields = ['name', 'title', 'description', 'inputSchema', 'outputSchema', 'annotations', 'icons', '_meta'];

/** A tool as it has to be served: the original, or the original with exactly the differences that import reported. */
export interface Expectation {
  readonly definition: JsonObject;
  readonly isOriginal: boolean;
}

/** What a served list turned out to be. */
export interface Comparison {
  /** Tools that are equal to the original in all fields. */
  readonly equal: number;
  /** Tools that differ from the original exactly as reported. */
  readonly asReported: number;
  /** Pairs that nothing explains. */
  readonly wrong: readonly { readonly served: JsonObject | undefined; readonly expected: JsonObject | undefined }[];
}

/** Applies every reported difference to the original tools. A remark that is no difference of a tool's fields changes nothing. */
export function expectationsOf(answer: Answer, notes: readonly ImportNote[]): ReadonlyMap<string, Expectation> {
  const tools = structuredClone(answer.tools);
  for (const note of notes) if (note.subject?.kind === 'tool') applyNote(tools, note);
  return new Map(
    tools.map((tool, index): [string, Expectation] => {
      const definition = fieldsOf(tool);
      const isOriginal = isDeepStrictEqual(definition, fieldsOf(answer.tools[index] ?? {}));
      return [String(definition['name']), { definition, isOriginal }];
    }),
  );
}

/**
 * Compares a served list with what is expected, tool by tool. To modern clients also the members stand in the original order;
 * for older ones the SDK puts `type` first in each input schema.
 */
export function compare(
  served: readonly JsonObject[],
  expectations: ReadonlyMap<string, Expectation>,
  era: Era,
): Comparison {
  const byName = new Map(served.map((tool) => [String(tool['name']), tool]));
  const wrong: { served: JsonObject | undefined; expected: JsonObject | undefined }[] = [];
  const right = { equal: 0, asReported: 0 };
  for (const [name, { definition, isOriginal }] of expectations) {
    const expected = era === 'modern' ? definition : asLegacy(definition);
    const tool = byName.get(name);
    if (!isDeepStrictEqual(tool, expected) || (isOriginal && era === 'modern' && textOf(tool) !== textOf(expected))) {
      wrong.push({ served: tool, expected });
    } else if (isOriginal) right.equal += 1;
    else right.asReported += 1;
  }
  for (const tool of served) {
    if (!expectations.has(String(tool['name']))) wrong.push({ served: tool, expected: undefined });
  }
  return { ...right, wrong };
}

function applyNote(tools: readonly JsonObject[], { path, diagnostic: { code } }: ImportNote): void {
  const place = path.slice(2);
  const member = String(place.at(-1));
  const tool = at(tools, path.slice(1, 2));
  if (code === 'import/removed-field' || code === 'import/stray-member') {
    expectOnlyStray(tool, place);
    delete tool[member];
  } else if (code === 'import/unknown-annotation' && place.length === 2 && place[0] === 'annotations') {
    const annotations = at(tool, ['annotations']);
    if (!Object.hasOwn(annotations, member)) throw new Error(`there is no annotation ${member}`);
    delete annotations[member];
  } else if (code === 'import/type-added' && place.length === 1 && member === 'inputSchema') {
    const schema = at(tool, place);
    if (Object.hasOwn(schema, 'type')) throw new Error('a type was said to be added where there is one');
    schema['type'] = 'object';
  } else {
    throw new Error(`${code} at /${path.join('/')} is no difference that these answers may have`);
  }
}

/** Left out may be what the revision does not define; of the fields, only one that is null. */
function expectOnlyStray(tool: JsonObject, place: JsonPath): void {
  const member = String(place[0]);
  const isStray = place.length === 1 && Object.hasOwn(tool, member);
  if (!isStray || (fields.includes(member) && tool[member] !== null)) throw new Error(`${member} must not be left out`);
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

function fieldsOf(tool: JsonObject): JsonObject {
  return Object.fromEntries(fields.flatMap((field) => (tool[field] === undefined ? [] : [[field, tool[field]]])));
}

/** Unlike equality this heeds the order in which members of schemas stand, which models read; that of a tool's own fields is free. */
function textOf(tool: JsonObject | undefined): string {
  return JSON.stringify(tool === undefined ? undefined : fieldsOf(tool));
}

function at(root: JsonObject | readonly JsonObject[], path: JsonPath): JsonObject {
  let value: unknown = root;
  for (const step of path) value = (value as Record<string | number, unknown>)[step];
  if (!isJsonObject(value)) throw new Error(`no object at /${path.join('/')}`);
  return value;
}
