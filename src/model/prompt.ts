import type { JsonObject } from '../json.js';
import type { Questions } from '../manifest/manifest.generated.js';
import type { ToolNames } from './model.js';
import type { CompletionSource } from './resource.js';

export interface PromptModel {
  /** As on the wire: any printable text. */
  readonly name: string;
  readonly names: ToolNames;
  readonly title?: string;
  readonly description?: string;
  /** In the author's order. */
  readonly arguments: readonly PromptArgumentModel[];
  readonly icons?: readonly JsonObject[];
  readonly _meta?: JsonObject;
  /** OAuth scopes that a caller needs beside the required ones, sorted. Absent when there are none. */
  readonly scopes?: readonly string[];
  /** What its handler may ask the client for, sorted by name. Not served; absent when there is nothing. */
  readonly ask?: Questions;
  /** SHA-256 of the RFC 8785 form of its definition, as a modern client is served it. */
  readonly digest: string;
}

export interface PromptArgumentModel {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly required: boolean;
  readonly completion?: CompletionSource;
}
