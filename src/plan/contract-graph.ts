import { type Constant, feeds, feedsMapped, type Piece } from '../flow/flow.js';
import type { JsonObject, JsonValue } from '../json.js';
import { type Deadline, noDeadline } from '../limits/deadline.js';
import type { ResultMapping } from '../manifest/manifest.generated.js';
import { mayOmitInput } from '../model/may-omit-input.js';
import type { Model, SharedSchema, ToolModel } from '../model/model.js';
import type { ComposableSchema, ComposableTool, CompositionGraph, Feed } from '../runtime/composition.js';

/**
 * The contract as plans see it: what its tools say about themselves, and what a value of each shared schema can feed, worked out
 * from the schemas. Everything in the order of the names.
 */
export function contractGraph(model: Model, deadline: Deadline = noDeadline): CompositionGraph {
  const byName = new Map(model.tools.map((tool) => [tool.name, tool]));
  return {
    tools: model.tools.map(toComposable),
    schemas: model.schemas.map((schema): ComposableSchema => {
      deadline.check('finding what can feed what', schema.name);
      return { name: schema.name, feeds: feedsOfSchema(schema, byName) };
    }),
  };
}

function toComposable(tool: ToolModel): ComposableTool {
  const { name, semantics, performance, composition, inputSchema } = tool;
  const categories = semantics?.categories ?? [];
  const capabilities = (semantics?.capabilities ?? []).map((each) => each.type);
  const [outputs, fed] = [outputsOf(tool), feedsOfTool(tool)];
  const isFree = mayOmitInput(inputSchema);
  const position = composition?.pipeline_position;
  const starts = position === 'source' || (isFree && position !== 'transform');
  const needs = isFree ? [] : requiredIn(inputSchema);
  return {
    name,
    ...(semantics !== undefined && { effects: semantics.side_effects }),
    ...(performance?.latency_p50_ms !== undefined && { latency_p50_ms: performance.latency_p50_ms }),
    ...(categories.length > 0 && { categories }),
    ...(capabilities.length > 0 && { capabilities }),
    ...(outputs.length > 0 && { outputs }),
    ...(fed.length > 0 && { feeds: fed }),
    ...(starts && { starts }),
    ...(starts && needs.length > 0 && { needs }),
  };
}

/** Shared schemas that every result satisfies: the one that the output schema is, and those that the tool declares. */
function outputsOf({ outputShared, composition }: ToolModel): string[] {
  const whole = outputShared.get('');
  return [...new Set([...(whole === undefined ? [] : [whole]), ...(composition?.output_compatibility ?? [])])].sort();
}

function feedsOfTool({ composition }: ToolModel): Feed[] {
  const { composable_with = [], mappings = {} } = composition ?? {};
  return [...new Set(composable_with)].sort().map((tool) => {
    const mapping = Object.hasOwn(mappings, tool) ? mappings[tool] : undefined;
    return mapping === undefined ? { tool } : { tool, mapping };
  });
}

/**
 * A tool takes a value of the schema as it is, if it requires some of it; or it takes it as it takes the result of another tool
 * that satisfies the schema.
 */
function feedsOfSchema({ name, schema }: SharedSchema, tools: ReadonlyMap<string, ToolModel>): Feed[] {
  const found = new Map<string, Feed>();
  for (const tool of tools.values()) {
    if (isWorthComparing(schema, tool.inputSchema) && feeds(schema, tool.inputSchema).ok) {
      found.set(tool.name, { tool: tool.name });
    }
  }
  for (const producer of tools.values()) {
    if (!outputsOf(producer).includes(name)) continue;
    const isWhole = producer.outputShared.get('') === name;
    for (const feed of feedsOfTool(producer)) {
      const target = tools.get(feed.tool)?.inputSchema;
      if (target === undefined || found.has(feed.tool)) continue;
      if (isWhole || canFeed(schema, feed.mapping, target)) found.set(feed.tool, feed);
    }
  }
  return [...found.values()].sort((a, b) => (a.tool < b.tool ? -1 : 1));
}

function canFeed(schema: JsonObject, mapping: readonly ResultMapping[] | undefined, target: JsonObject): boolean {
  return (mapping === undefined ? feeds(schema, target) : feedsMapped(piecesOf(mapping, schema), target)).ok;
}

function piecesOf(mapping: readonly ResultMapping[], schema: JsonObject): (Piece | Constant)[] {
  return mapping.map(({ from, to, value, default: otherwise }) =>
    from === undefined
      ? { value: value as JsonValue, to }
      : { schema, from, to, source: 'value', ...(otherwise === undefined ? {} : { default: otherwise as JsonValue }) },
  );
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
  if (mayOmitInput(target)) return false;
  if (indirect.some((keyword) => source[keyword] !== undefined)) return true;
  const guaranteed = new Set(requiredIn(source));
  return requiredIn(target).every((name) => guaranteed.has(name));
}

function requiredIn({ required }: JsonObject): string[] {
  return Array.isArray(required) ? required.filter((each) => typeof each === 'string') : [];
}
