// Copied by mcpgen from its tested runtime. Do not edit.

import type { ComposableTool, CompositionGraph, Feed } from './composition.js';
import type { ResultMapping, RiskLevel, SideEffect } from './discovery.js';
import { RISK_LEVELS, riskOf } from './effects.js';
import { findPaths } from './path-search.js';
import { type Goal, goalOf, type PlanGoal, type PlanStart, startOf, type Vocabulary } from './plan-ends.js';
import type { NodeCost, SearchGraph } from './search-graph.js';

/** What is at hand, what is wanted, and how far to look. */
export interface PlanOptions<Names extends Vocabulary = Vocabulary> {
  /** Without it nothing is at hand: pipelines begin at tools that require no argument, and at sources. */
  readonly from?: PlanStart<Names> | undefined;
  readonly to: PlanGoal<Names>;
  /** The most tools in a pipeline, from 1 to 12. Default: 6. */
  readonly max_steps?: number | undefined;
  /** The most pipelines, from 1 to 100. Default: 10. */
  readonly max_results?: number | undefined;
  /** Leaves out tools with a higher risk, and those of which none is declared. */
  readonly max_risk?: Risk | undefined;
}

export type Risk = RiskLevel | 'none';

/** The pipelines that the contract allows, the best first. */
export interface Plans {
  readonly plans: readonly Plan[];
  /** False when the search was given up before `max_results` were found. Those that were are the best there are. */
  readonly complete: boolean;
}

/** One pipeline. Each step is fed by the one before it, the first one by what is at hand. No steps: what is wanted is at hand. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  /** The highest of its steps; `unknown` when one of them declares no effects. */
  readonly risk: Risk | 'unknown';
  /** Every effect of every step. */
  readonly effects: readonly PlanEffect[];
  /** Milliseconds: the sum of what the steps declare. */
  readonly latency_p50_ms: number;
  /** How many steps declare no latency. */
  readonly unknown_latencies: number;
}

export interface PlanStep {
  readonly tool: string;
  /** How its input comes from what feeds it. Absent when the whole value is the input, and where nothing feeds it. */
  readonly mapping?: readonly ResultMapping[];
  /** Required arguments of a first step that nothing feeds. */
  readonly needs?: readonly string[];
}

export interface PlanEffect extends SideEffect {
  readonly tool: string;
}

/** Beyond what is needed for any search; reached only by graphs that were made to be searched in vain. */
const BUDGET = 20_000_000;
const UNKNOWN_RISK = RISK_LEVELS.length;
/** Latencies are added up as whole microseconds, and at most as this many, so that sums are exact. */
const MOST_MICROSECONDS = 2 ** 45;

/**
 * The pipelines that lead from what is at hand to what is wanted, from the contract alone. Ranked by risk (what is not declared
 * comes last), then by the number of undeclared latencies, the sum of the declared ones and the length.
 *
 * Throws a `RangeError` when the contract does not know `from` or `to`, or when a bound is out of range.
 */
export function plan(graph: CompositionGraph, options: PlanOptions): Plans {
  const maxLength = bound('max_steps', options.max_steps ?? 6, 12);
  const maxResults = bound('max_results', options.max_results ?? 10, 100);
  const goal = goalOf(graph, options.to);
  const start = startOf(graph, options.from);
  const tools = [...graph.tools]
    .filter((tool) => tool.name !== start.tool?.name && isWithin(tool, options.max_risk))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const search = searchGraph(tools, start.feeds, goal);
  const { tool, schema } = start;
  const isAtHand = tool === undefined ? schema !== undefined && schema === goal.schema : goal.isReachedBy(tool);
  const found = findPaths(search, { maxLength, maxResults: maxResults - (isAtHand ? 1 : 0), budget: BUDGET });
  const paths = found.paths.map((path) => path.flatMap((node) => tools[node] ?? []));
  return {
    plans: [...(isAtHand ? [[]] : []), ...paths].map((steps) => toPlan(steps, start.feeds)),
    complete: found.complete,
  };
}

function isWithin({ effects }: ComposableTool, max: Risk | undefined): boolean {
  return max === undefined || (effects !== undefined && levelOf(riskOf(effects)) <= levelOf(max));
}

/** From -1 for none. */
function levelOf(risk: Risk | 'unknown'): number {
  if (risk === 'unknown') return UNKNOWN_RISK;
  return risk === 'none' ? -1 : RISK_LEVELS.indexOf(risk);
}

function riskOfAll(steps: readonly ComposableTool[]): Risk | 'unknown' {
  const effects = steps.map((each) => each.effects);
  return effects.every((each) => each !== undefined) ? riskOf(effects.flat()) : 'unknown';
}

function searchGraph(tools: readonly ComposableTool[], feeds: readonly Feed[] | undefined, goal: Goal): SearchGraph {
  const places = new Map(tools.map(({ name }, index) => [name, index]));
  const fedBy = (some: readonly Feed[] = []): number[] =>
    [...new Set(some.flatMap(({ tool }) => places.get(tool) ?? []))].sort((a, b) => a - b);
  return {
    successors: tools.map((tool) => fedBy(tool.feeds)),
    starts: feeds === undefined ? tools.flatMap(({ starts }, index) => (starts ? [index] : [])) : fedBy(feeds),
    isTarget: tools.map(goal.isReachedBy),
    cost: tools.map(
      (tool): NodeCost => ({
        risk: levelOf(riskOfAll([tool])),
        unknown: tool.latency_p50_ms === undefined ? 1 : 0,
        latency: microseconds(tool),
      }),
    ),
  };
}

function microseconds({ latency_p50_ms = 0 }: ComposableTool): number {
  return Math.min(Math.round(latency_p50_ms * 1_000), MOST_MICROSECONDS);
}

function toPlan(tools: readonly ComposableTool[], first: readonly Feed[] | undefined): Plan {
  return {
    steps: tools.map(({ name, needs = [] }, index): PlanStep => {
      const feeds = index === 0 ? first : tools[index - 1]?.feeds;
      const mapping = feeds?.find((each) => each.tool === name)?.mapping;
      return {
        tool: name,
        ...(mapping !== undefined && { mapping }),
        ...(feeds === undefined && needs.length > 0 && { needs }),
      };
    }),
    risk: riskOfAll(tools),
    effects: tools.flatMap(({ name, effects = [] }) => effects.map((effect) => ({ tool: name, ...effect }))),
    latency_p50_ms: tools.reduce((sum, tool) => sum + microseconds(tool), 0) / 1_000,
    unknown_latencies: tools.filter((tool) => tool.latency_p50_ms === undefined).length,
  };
}

function bound(name: string, value: number, most: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`${name} must be a whole number from 1 to ${most}`);
}
