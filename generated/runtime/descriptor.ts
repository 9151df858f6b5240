// Copied by mcpgen from its tested runtime. Do not edit.

import type { ToolChecks } from './schema-check.js';

/** A JSON Schema as it travels: only its outermost members are typed, so that large literals cost the type checker little. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Hints about a tool (MCP 2026-07-28, `ToolAnnotations`). Hints only: a client must not rely on them for safety. */
export interface ToolAnnotations {
  readonly title?: string;
  readonly readOnlyHint?: boolean;
  readonly destructiveHint?: boolean;
  readonly idempotentHint?: boolean;
  readonly openWorldHint?: boolean;
}

/** MCP 2026-07-28, `Icon`. */
export interface Icon {
  readonly src: string;
  readonly mimeType?: string;
  readonly sizes?: readonly string[];
  readonly theme?: 'light' | 'dark';
}

/** Everything that the contract says about one tool: the definition exactly as a client is served it, and what only its server needs. */
export interface ToolDescriptor extends ToolDefinition {
  readonly name: string;
}

/** What a descriptor says beside the name. */
export interface ToolDefinition {
  readonly title?: string;
  readonly description?: string;
  readonly inputSchema: JsonSchema;
  readonly outputSchema?: JsonSchema;
  readonly annotations?: ToolAnnotations;
  readonly icons?: readonly Icon[];
  readonly _meta?: Readonly<Record<string, unknown>>;
  /** OAuth scopes without which nobody calls it over HTTP. Not served. */
  readonly scopes?: readonly string[];
  /** Patterns of the schemas that may take more than linear time: only tried on short texts. Not served. */
  readonly limitedPatterns?: readonly string[];
  /** Loads the schemas as code, in projects with `validators: precompiled`. Not served. */
  readonly checks?: () => Promise<{ readonly checks: ToolChecks }>;
  /** How calls become tasks. Not served. */
  readonly tasks?: TaskPolicy;
  /** What the handler may ask the client for while it runs, by name. Not served. */
  readonly ask?: Questions;
}

/** What a contract says about the tasks of a tool: the extension `io.modelcontextprotocol/tasks`. */
export interface TaskPolicy {
  /** A client that does not declare the extension is refused. */
  readonly required: boolean;
  /** When a call becomes a task: before its handler begins, or when that says so. */
  readonly start: 'call' | 'handler';
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
}

export type Questions = Readonly<Record<string, Question>>;

/** One thing that a handler may ask for: exactly one of the first four. */
export interface Question {
  /** A form that the user fills in (MCP 2026-07-28, elicitation, "Form Mode"). */
  readonly elicit?: { readonly message: string; readonly requestedSchema: JsonSchema };
  /** A page that the user is asked to visit (elicitation, "URL Mode"). */
  readonly elicitUrl?: { readonly message: string };
  /** A message of the client's model: what the handler leaves open of `CreateMessageRequestParams`. */
  readonly sample?: JsonSchema;
  /** The folders that the client works in. */
  readonly roots?: Readonly<Record<string, never>>;
  /** What happens when the client has not declared that it can answer. Default: `error`. */
  readonly otherwise?: 'error' | 'skip';
}

/** The members of a descriptor that are served, in the order in which they are compared and reported. */
export const SERVED_FIELDS = [
  'title',
  'description',
  'inputSchema',
  'outputSchema',
  'annotations',
  'icons',
  '_meta',
] as const satisfies readonly (keyof ToolDescriptor)[];

export type ServedField = (typeof SERVED_FIELDS)[number];
