// Copied by mcpgen from its tested runtime. Do not edit.

import type { ComposableTool, CompositionGraph, Feed } from './composition.js';

/** The names that a contract knows; the generated client has the contract's own. */
export interface Vocabulary {
  readonly tool: string;
  readonly schema: string;
  readonly category: string;
  readonly capability: string;
}

/** A tool whose result is at hand, or a shared schema of which a value is. A bare name is a tool's before it is a schema's. */
export type PlanStart<Names extends Vocabulary = Vocabulary> =
  | Names['tool']
  | Names['schema']
  | `tool:${Names['tool']}`
  | `schema:${Names['schema']}`;

/** A tool, a shared schema that the result satisfies, or a capability or category that the last tool names. */
export type PlanGoal<Names extends Vocabulary = Vocabulary> =
  | PlanStart<Names>
  | `capability:${Names['capability']}`
  | `category:${Names['category']}`;

/** Whether the contract knows the name, as the one or the other end of a pipeline. */
export function isKnown(graph: CompositionGraph, end: 'from' | 'to', name: string): boolean {
  return end === 'from' ? findStart(graph, name) !== undefined : findGoal(graph, name) !== undefined;
}

/** What is at hand. */
export interface Start {
  /** What it feeds; undefined when nothing is at hand. */
  readonly feeds: readonly Feed[] | undefined;
  readonly tool?: ComposableTool;
  readonly schema?: string;
}

/** What is wanted. */
export interface Goal {
  /** Whether a tool's result is it. */
  readonly isReachedBy: (tool: ComposableTool) => boolean;
  /** Set when any value of this shared schema is it. */
  readonly schema?: string;
}

/** Throws a `RangeError` for a name that the contract does not know. */
export function startOf(graph: CompositionGraph, name: string | undefined): Start {
  if (name === undefined) return { feeds: undefined };
  const found = findStart(graph, name);
  if (found === undefined)
    throw new RangeError(`the contract has no tool and no shared schema ${JSON.stringify(name)}`);
  return found;
}

function findStart({ tools, schemas }: CompositionGraph, text: string): Start | undefined {
  const [kind, name] = endOf(text);
  const tool = kind === '' || kind === 'tool' ? tools.find((each) => each.name === name) : undefined;
  if (tool !== undefined) return { tool, feeds: tool.feeds ?? [] };
  const schema = kind === '' || kind === 'schema' ? schemas.find((each) => each.name === name) : undefined;
  return schema && { schema: schema.name, feeds: schema.feeds };
}

/** Throws a `RangeError` for a name that the contract does not know. */
export function goalOf(graph: CompositionGraph, text: string): Goal {
  const goal = findGoal(graph, text);
  if (goal === undefined) {
    throw new RangeError(`the contract has no tool, shared schema, capability or category ${JSON.stringify(text)}`);
  }
  return goal;
}

function findGoal(graph: CompositionGraph, text: string): Goal | undefined {
  const [kind, name] = endOf(text);
  if (kind === 'capability' || kind === 'category') {
    const listOf = (tool: ComposableTool) => (kind === 'category' ? tool.categories : tool.capabilities);
    const isReachedBy = (tool: ComposableTool): boolean => listOf(tool)?.includes(name) === true;
    return graph.tools.some(isReachedBy) ? { isReachedBy } : undefined;
  }
  const { tool, schema } = findStart(graph, text) ?? {};
  if (tool !== undefined) return { isReachedBy: (each) => each.name === tool.name };
  return schema === undefined ? undefined : { schema, isReachedBy: (each) => each.outputs?.includes(schema) === true };
}

/** The kind, empty for a bare name, and the name. */
function endOf(text: string): readonly [kind: string, name: string] {
  const [, kind = '', name = text] = /^(tool|schema|capability|category):(.*)$/su.exec(text) ?? [];
  return [kind, name];
}
