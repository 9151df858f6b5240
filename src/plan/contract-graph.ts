import { type Deadline, noDeadline } from '../limits/deadline.js';
import { mayOmitInput } from '../model/may-omit-input.js';
import type { Model, ToolModel } from '../model/model.js';
import type { ComposableTool, CompositionGraph } from '../runtime/composition.js';
import { SchemaFeeds } from './schema-feeds.js';
import { feedsOfTool, outputsOf, requiredIn } from './tool-feeds.js';

/**
 * The contract as plans see it: what its tools say about themselves, and what a value of each shared schema can feed, worked out
 * from the schemas. Everything in the order of the names.
 */
export function contractGraph({ tools, schemas }: Model, deadline: Deadline = noDeadline): CompositionGraph {
  const feeds = new SchemaFeeds(tools, deadline);
  return {
    tools: tools.map(toComposable),
    schemas: schemas.map((schema) => ({ name: schema.name, feeds: feeds.of(schema) })),
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
