import { doesFeed } from '../flow/does-feed.js';
import { feedsMapped } from '../flow/flow.js';
import { piecesOfResult } from '../flow/pieces-of-result.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import type { ResultMapping } from '../manifest/manifest.generated.js';
import { mayOmitInput } from '../model/may-omit-input.js';
import type { SharedSchema, ToolModel } from '../model/model.js';
import type { Feed } from '../runtime/composition.js';
import { feedsOfTool, outputsOf, requiredIn } from './tool-feeds.js';

/** Finds what values of shared schemas can feed. Large contracts repeat themselves, so no two schemas are compared twice. */
export class SchemaFeeds {
  readonly #tools: readonly ToolModel[];
  readonly #byName: ReadonlyMap<string, ToolModel>;
  readonly #deadline: Deadline;
  readonly #producers = new Map<string, ToolModel[]>();
  /** By the texts of the schemas. */
  readonly #answers = new Map<string, boolean>();
  readonly #texts = new Map<JsonObject, string>();

  constructor(tools: readonly ToolModel[], deadline: Deadline) {
    this.#tools = tools.filter((tool) => !mayOmitInput(tool.inputSchema));
    this.#byName = new Map(tools.map((tool) => [tool.name, tool]));
    this.#deadline = deadline;
    for (const tool of tools) {
      for (const name of outputsOf(tool)) this.#producers.set(name, [...(this.#producers.get(name) ?? []), tool]);
    }
  }

  /**
   * A tool takes a value of the schema as it is, if it requires some of it; or it takes it as it takes the result of another tool
   * that satisfies the schema. In the order of the names.
   */
  of({ name, schema }: SharedSchema): readonly Feed[] {
    const found = new Map<string, Feed>();
    for (const tool of this.#tools) {
      if (this.#canFeed(schema, undefined, tool)) found.set(tool.name, { tool: tool.name });
    }
    for (const producer of this.#producers.get(name) ?? []) {
      const isWhole = producer.outputShared.get('') === name;
      for (const feed of feedsOfTool(producer)) {
        const target = this.#byName.get(feed.tool);
        if (target === undefined || found.has(feed.tool)) continue;
        if (isWhole || this.#canFeed(schema, feed.mapping, target)) found.set(feed.tool, feed);
      }
    }
    return [...found.values()].sort((a, b) => (a.tool < b.tool ? -1 : 1));
  }

  #canFeed(
    schema: JsonObject,
    mapping: readonly ResultMapping[] | undefined,
    { name, inputSchema }: ToolModel,
  ): boolean {
    if (mapping === undefined && !isWorthComparing(schema, inputSchema)) return false;
    const key = [this.#textOf(schema), JSON.stringify(mapping), this.#textOf(inputSchema)].join('\n');
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    this.#deadline.check('finding what can feed what', name);
    const answer =
      mapping === undefined
        ? doesFeed(schema, inputSchema)
        : feedsMapped(piecesOfResult(mapping, schema), inputSchema).ok;
    this.#answers.set(key, answer);
    return answer;
  }

  #textOf(schema: JsonObject): string {
    const text = this.#texts.get(schema) ?? JSON.stringify(schema);
    this.#texts.set(schema, text);
    return text;
  }
}

/** Keywords by which a schema can require members in another way than by `required`. */
const indirect = [
  ...['$ref', '$dynamicRef', '$recursiveRef', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'enum', 'const'],
  ...['dependencies', 'dependentRequired', 'dependentSchemas'],
];

/**
 * Rules out, at a glance, most pairs of which one surely cannot feed the other, and inputs that take anything because they want
 * nothing in particular: nobody would call that a use of the value.
 */
function isWorthComparing(source: JsonObject, target: JsonObject): boolean {
  if (mayOmitInput(target) || !canBeObject(source)) return false;
  if (indirect.some((keyword) => source[keyword] !== undefined)) return true;
  const guaranteed = new Set(requiredIn(source));
  return (
    requiredIn(target).every((name) => guaranteed.has(name)) &&
    !hasUnwanted(guaranteed, target) &&
    !leavesOpen(source, target)
  );
}

/** The root of an input is an object. */
function canBeObject({ type }: JsonObject): boolean {
  return type === undefined || type === 'object' || (Array.isArray(type) && type.includes('object'));
}

/** Whether a closed target knows no such member as one that is always there. */
function hasUnwanted(guaranteed: ReadonlySet<string>, target: JsonObject): boolean {
  const { additionalProperties, patternProperties } = target;
  if (additionalProperties !== false || patternProperties !== undefined) return false;
  const known = membersOf(target);
  return [...guaranteed].some((name) => !Object.hasOwn(known, name));
}

/** Keywords, beside `properties`, by which a schema says something about members that it does not name. */
const aboutOthers = [
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'maxProperties',
  'unevaluatedProperties',
];

/** Whether the source lets a member be anything for which the target has a type. */
function leavesOpen(source: JsonObject, target: JsonObject): boolean {
  if (aboutOthers.some((keyword) => source[keyword] !== undefined)) return false;
  const known = membersOf(source);
  return Object.entries(membersOf(target)).some(
    ([name, member]) => !Object.hasOwn(known, name) && isJsonObject(member) && member['type'] !== undefined,
  );
}

function membersOf({ properties }: JsonObject): JsonObject {
  return isJsonObject(properties) ? properties : {};
}
