import type { JsonObject } from '../json.js';

/** What can be emitted. `docs` comes with its own issue and is refused by name until then. */
export type Target = 'server' | 'client';

/** How schemas become code: `lazy` when the server or client first needs one, `precompiled` in this build. */
export type ValidatorMode = 'lazy' | 'precompiled';

/**
 * The contract as emitters see it: pure data, names already safe, schemas already self-contained, order already fixed.
 * Nothing of YAML, files or positions is left, so the same contract gives the same bytes however it was written down.
 */
export interface Model {
  readonly server: ServerIdentity;
  readonly targets: readonly Target[];
  readonly environment: readonly EnvironmentVariable[];
  readonly validators: ValidatorMode;
  /** In the order of their names (UTF-16 code units); so are `schemas`. */
  readonly tools: readonly ToolModel[];
  readonly schemas: readonly SharedSchema[];
  readonly paths: ProjectPaths;
  /** SHA-256 of the whole surface: see `contractDigest`. */
  readonly digest: string;
}

/** `Implementation` of MCP 2026-07-28, and the server's instructions. */
export interface ServerIdentity {
  readonly name: string;
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  readonly websiteUrl?: string;
  readonly icons?: readonly JsonObject[];
  readonly instructions?: string;
}

/** Folders relative to the project's root, with `/`, without a trailing one. */
export interface ProjectPaths {
  readonly output: string;
  readonly handlers: string;
  /** The entry file that is created once, such as `src/main.ts`. */
  readonly main: string;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly default?: string;
}

export interface ToolModel {
  /** The wire name. */
  readonly name: string;
  readonly names: ToolNames;
  readonly title?: string;
  readonly description?: string;
  /** Self-contained JSON Schema, as served to a modern client; shared schemas stand in its `$defs`. */
  readonly inputSchema: JsonObject;
  readonly outputSchema?: JsonObject;
  /** JSON pointers in the schemas at which a shared schema stands whole, with its name. The root's is `''`. */
  readonly inputShared: ReadonlyMap<string, string>;
  readonly outputShared: ReadonlyMap<string, string>;
  /** Patterns of both schemas that may take more than linear time, sorted: at run time they are only tried on short texts. Absent when there are none. */
  readonly limitedPatterns?: readonly string[];
  readonly annotations?: JsonObject;
  readonly icons?: readonly JsonObject[];
  readonly _meta?: JsonObject;
  /** SHA-256 of the RFC 8785 form of the definition above, as a modern client is served it. */
  readonly digest: string;
}

/** Safe by construction: see model/names.ts. */
export interface ToolNames {
  /** File name without extension; injective over wire names. */
  readonly file: string;
  /** camelCase; not checked against reserved words, since it is only used as a property or with a suffix. */
  readonly camel: string;
  /** PascalCase; only used with a suffix, as in `CreateTicketInput`. */
  readonly pascal: string;
}

/** One entry of `schemas:`, self-contained like a tool's schemas. */
export interface SharedSchema {
  readonly name: string;
  /** PascalCase type name. */
  readonly pascal: string;
  readonly schema: JsonObject;
  /** As in `ToolModel`, without the root. */
  readonly shared: ReadonlyMap<string, string>;
}
