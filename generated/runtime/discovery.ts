// Copied by mcpgen from its tested runtime. Do not edit.

/** "Intelligent Tool Discovery" of Enhanced MCP 2.0: in a tool's `_meta`, and among the capabilities of a server whose tools have it. */
export const DISCOVERY_EXTENSION = 'org.enhanced-mcp/discovery';

/**
 * What `EnhancedTool` adds to a tool. What is not known is absent. Its JSON Schema is `docs/extensions/discovery.schema.json` of
 * mcpgen. A server may claim whatever it likes: show it, rank by it, but let nobody's safety rest on it.
 */
export interface Discovery {
  readonly semantics?: ToolSemantics;
  readonly performance?: PerformanceMetrics;
  readonly dependencies: readonly Dependency[];
  readonly composition?: CompositionHints;
  readonly documentation?: Documentation;
}

/** What the tool means and what it changes in the world. */
export interface ToolSemantics {
  /** URI of the concept that the tool implements. */
  readonly ontology?: string;
  readonly categories: readonly string[];
  readonly capabilities: readonly Capability[];
  /** What a call changes or touches; empty: nothing. */
  readonly side_effects: readonly SideEffect[];
  readonly idempotent?: boolean;
  readonly deterministic?: boolean;
}

/** Something that the tool can do. */
export interface Capability {
  readonly type: string;
  /** From 0 to 1. */
  readonly confidence?: number;
  /** When it can, in words. */
  readonly conditions: readonly string[];
  readonly examples: readonly Example[];
}

/** One call. */
export interface Example {
  readonly name: string;
  readonly description?: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output?: unknown;
  /** The call fails, and its message contains this. */
  readonly error?: string;
}

export type EffectType = 'data_modification' | 'external_api' | 'file_system' | 'network' | 'user_interaction';

export type RiskLevel = 'low' | 'medium' | 'high' | 'critical';

/** Something that a call changes or touches. */
export interface SideEffect {
  readonly type: EffectType;
  readonly scope: string;
  readonly reversible: boolean;
  readonly risk_level: RiskLevel;
}

/** What a call costs, as its operators measured or promise it. */
export interface PerformanceMetrics {
  readonly latency_p50_ms?: number;
  readonly latency_p95_ms?: number;
  readonly latency_p99_ms?: number;
  readonly throughput_rps?: number;
  readonly error_rate?: number;
  readonly resource_usage?: ResourceUsage;
}

/** What a call takes of the machine. */
export interface ResourceUsage {
  readonly cpu_utilization?: number;
  readonly memory_usage_mb?: number;
  readonly network_io_kbps?: number;
  readonly disk_io_kbps?: number;
}

/** Something that the tool needs in order to work. */
export interface Dependency {
  readonly type: 'tool' | 'resource' | 'service' | 'environment' | 'package';
  readonly name: string;
  readonly version?: string;
  readonly required: boolean;
  readonly description?: string;
}

export type PipelinePosition = 'source' | 'transform' | 'sink' | 'any';

/** How the tool combines with others of the same server. */
export interface CompositionHints {
  readonly composable_with: readonly string[];
  /** By tool of `composable_with`; without an entry the whole result is the input. */
  readonly mappings?: Readonly<Record<string, readonly ResultMapping[]>>;
  /** Shared schemas of the contract that every result satisfies. */
  readonly output_compatibility: readonly string[];
  readonly pipeline_position?: PipelinePosition;
  readonly parallelizable?: boolean;
  readonly stateful?: boolean;
}

/** A part of a result and the place in an input that it goes to, both as JSON Pointers (RFC 6901). */
export interface ResultMapping {
  readonly from?: string;
  readonly to: string;
  /** A constant, instead of `from`. */
  readonly value?: unknown;
  /** Used when `from` leads to nothing. */
  readonly default?: unknown;
}

/** What people read about the tool. */
export interface Documentation {
  readonly summary?: string;
  readonly details?: string;
  readonly examples: readonly Example[];
  readonly see_also: readonly string[];
  readonly links?: readonly Link[];
}

/** A page elsewhere. */
export interface Link {
  readonly title: string;
  readonly url: string;
}
