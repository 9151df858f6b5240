import type { JsonObject } from '../json.js';
import type {
  Composition,
  Dependency,
  Documentation,
  Performance,
  Questions,
  Semantics,
} from '../manifest/manifest.generated.js';
import type { Caching } from '../runtime/section.js';
import type { AuthorizationModel } from './authorization.js';
import type { PromptModel } from './prompt.js';
import type { ProtocolModel } from './protocol.js';
import type { ResourceModel, ResourceTemplateModel } from './resource.js';
import type { TaskModel } from './task-support.js';
import type { WorkflowModel } from './workflow.js';

export type { Caching } from '../runtime/section.js';
export type { PromptArgumentModel, PromptModel } from './prompt.js';
export type {
  CompletionSource,
  ResourceModel,
  ResourceTemplateModel,
  TemplateVariable,
} from './resource.js';

/** What can be emitted. */
export type Target = 'server' | 'client' | 'docs';

/** Whether clients that do not know Enhanced MCP 2.0 are served (`VersionNegotiation`). */
export type CompatibilityMode = 'enhanced' | 'strict';

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
  /** Absent when it is not written: then the contract only uses Enhanced MCP 2.0 where its tools do. */
  readonly compatibilityMode?: CompatibilityMode;
  readonly protocol: ProtocolModel;
  /** Absent when nobody is asked who they are. */
  readonly authorization?: AuthorizationModel;
  /** In the order of their names (UTF-16 code units), as every list here is. Workflows that are exposed are among them. */
  readonly tools: readonly ToolModel[];
  readonly resources: readonly ResourceModel[];
  readonly resourceTemplates: readonly ResourceTemplateModel[];
  readonly prompts: readonly PromptModel[];
  readonly workflows: readonly WorkflowModel[];
  readonly schemas: readonly SharedSchema[];
  readonly caching?: Caching;
  /** The most entries on one page of a list; absent: all of them. */
  readonly pageSize?: number;
  readonly paths: ProjectPaths;
  /** SHA-256 of the whole surface: see `surfaceOf`. */
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
  /** The test of the examples that is created once, such as `test/examples.test.ts`. */
  readonly exampleTests: string;
}

export interface EnvironmentVariable {
  readonly name: string;
  readonly description?: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly default?: string;
}

/** What `EnhancedTool` of Enhanced MCP 2.0 adds to a tool. */
export interface ToolMeaning {
  readonly semantics?: Semantics;
  readonly performance?: Performance;
  readonly dependencies: readonly Dependency[];
  readonly composition?: Composition;
  readonly documentation?: Documentation;
}

export interface ToolModel extends ToolMeaning {
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
  /** As served: derived from side effects where there are `semantics`. */
  readonly annotations?: JsonObject;
  readonly icons?: readonly JsonObject[];
  /** As served: what the author wrote, and what Enhanced MCP 2.0 adds. */
  readonly _meta?: JsonObject;
  /** OAuth scopes that a caller needs beside the required ones, sorted; a workflow's are those of all tools it may call. Absent when there are none. */
  readonly scopes?: readonly string[];
  /** Absent where calls never become tasks. */
  readonly tasks?: TaskModel;
  /** What its handler may ask the client for, sorted by name. Not served; absent when there is nothing. */
  readonly ask?: Questions;
  /** The workflow that this tool runs, when it is one that is exposed; it has no handler. */
  readonly workflow?: string;
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
