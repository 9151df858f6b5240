// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client, Tool } from '@modelcontextprotocol/client';
import type { ExtensionIssue } from './core.js';
import type { ToolAnnotations } from './descriptor.js';
import {
  DISCOVERY_EXTENSION,
  type Discovery,
  type EffectType,
  type PipelinePosition,
  type RiskLevel,
} from './discovery.js';
import { discoverySchema } from './discovery-schema.js';
import { changesSomething, RISK_LEVELS, riskOf } from './effects.js';
import { listTools } from './list-tools.js';
import { checkPayload } from './payload.js';
import type { Suggested } from './suggested.js';

/** A tool as the server lists it, with what it says about its meaning. All of it is the server's claim. */
export interface DiscoveredTool {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly annotations: ToolAnnotations;
  /** Absent when the server says nothing, or something malformed: then `issues` says what. */
  readonly discovery?: Discovery;
  readonly issues: readonly ExtensionIssue[];
}

/**
 * Which tools are wanted: those that meet every condition given. What a tool does not say never speaks for it: without
 * `semantics` it meets no condition on risk or effects.
 */
export interface DiscoverFilter<Category extends string = string, CapabilityType extends string = string> {
  /** Tools that name this category. */
  readonly category?: Suggested<Category> | undefined;
  /** Tools that name this capability; with `min_confidence`, those that are at least that sure of it. */
  readonly capability?:
    | Suggested<CapabilityType>
    | { readonly type: Suggested<CapabilityType>; readonly min_confidence?: number | undefined }
    | undefined;
  /** Tools none of whose effects has a higher risk. */
  readonly max_risk?: RiskLevel | 'none' | undefined;
  /** Tools that change nothing (`true`), or that change something (`false`), by their effects and by `readOnlyHint`. */
  readonly read_only?: boolean | undefined;
  /** By `semantics.idempotent` and `idempotentHint`. */
  readonly idempotent?: boolean | undefined;
  readonly deterministic?: boolean | undefined;
  /** Tools that can stand here; `any` can stand everywhere. */
  readonly pipeline_position?: PipelinePosition | undefined;
  /** Tools without an effect of these types. */
  readonly without_effects?: readonly EffectType[] | undefined;
}

/** Asks the server for its tools, all pages of them, and returns those that pass. Rejects when the list cannot be had. */
export async function discover(client: Client, filter: DiscoverFilter = {}): Promise<readonly DiscoveredTool[]> {
  const tools = await listTools(client);
  return tools.map(toDiscovered).filter((tool) => passes(tool, filter));
}

function toDiscovered({ name, title, description, annotations = {}, _meta = {} }: Tool): DiscoveredTool {
  const payload = Object.hasOwn(_meta, DISCOVERY_EXTENSION) ? _meta[DISCOVERY_EXTENSION] : undefined;
  const found = payload === undefined ? [] : checkPayload(discoverySchema, payload);
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    // The SDK has checked it, and its type knows no `exactOptionalPropertyTypes`.
    annotations: annotations as ToolAnnotations,
    ...(payload !== undefined && found.length === 0 && { discovery: payload as Discovery }),
    issues: found.map((issue) => ({ extension: DISCOVERY_EXTENSION, ...issue })),
  };
}

function passes({ annotations, discovery }: DiscoveredTool, filter: DiscoverFilter): boolean {
  const semantics = discovery?.semantics;
  const effects = semantics?.side_effects;
  const { category, max_risk, read_only, idempotent, deterministic, pipeline_position, without_effects } = filter;
  const changes = effects?.some(changesSomething);
  const isReadOnly = agreed(changes === undefined ? undefined : !changes, annotations.readOnlyHint);
  const isIdempotent = agreed(semantics?.idempotent, annotations.idempotentHint);
  const position = discovery?.composition?.pipeline_position;
  return (
    (category === undefined || semantics?.categories.includes(category) === true) &&
    hasCapability(discovery, filter.capability) &&
    (max_risk === undefined || (effects !== undefined && levelOf(riskOf(effects)) <= levelOf(max_risk))) &&
    (read_only === undefined || isReadOnly === read_only) &&
    (idempotent === undefined || isIdempotent === idempotent) &&
    (deterministic === undefined || semantics?.deterministic === deterministic) &&
    (pipeline_position === undefined || position === pipeline_position || position === 'any') &&
    (without_effects === undefined || effects?.every(({ type }) => !without_effects.includes(type)) === true)
  );
}

function hasCapability(discovery: Discovery | undefined, wanted: DiscoverFilter['capability']): boolean {
  if (wanted === undefined) return true;
  const { type, min_confidence }: { type: string; min_confidence?: number | undefined } =
    typeof wanted === 'string' ? { type: wanted } : wanted;
  return (discovery?.semantics?.capabilities ?? []).some(
    (each) => each.type === type && (min_confidence === undefined || (each.confidence ?? -1) >= min_confidence),
  );
}

/** Of two sources that may be silent: what both say, or one alone. Where they differ, `false` holds, which promises less. */
function agreed(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one ?? other;
}

function levelOf(risk: RiskLevel | 'none'): number {
  return risk === 'none' ? -1 : RISK_LEVELS.indexOf(risk);
}
