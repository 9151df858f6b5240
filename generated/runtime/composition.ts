// Copied by mcpgen from its tested runtime. Do not edit.

import type { ResultMapping, SideEffect } from './discovery.js';

/** What plans are made from: the tools of a contract, what they risk and cost, and what feeds what. */
export interface CompositionGraph {
  readonly tools: readonly ComposableTool[];
  /** Shared schemas, and what a value of each can feed. */
  readonly schemas: readonly ComposableSchema[];
}

/** A tool as a step of a pipeline. */
export interface ComposableTool {
  readonly name: string;
  /** Absent when the contract does not say what the tool changes. */
  readonly effects?: readonly SideEffect[];
  readonly latency_p50_ms?: number;
  readonly categories?: readonly string[];
  readonly capabilities?: readonly string[];
  /** Shared schemas that every result satisfies. */
  readonly outputs?: readonly string[];
  readonly feeds?: readonly Feed[];
  /** A pipeline can start here with nothing at hand: no argument is required, or the tool is a `source`. */
  readonly starts?: true;
  /** Required arguments, which the caller of a pipeline that starts here supplies. */
  readonly needs?: readonly string[];
}

export interface ComposableSchema {
  readonly name: string;
  readonly feeds: readonly Feed[];
}

/** A tool whose input a value can be, whole or mapped. */
export interface Feed {
  readonly tool: string;
  /** Without it the whole value is the input. */
  readonly mapping?: readonly ResultMapping[];
}
