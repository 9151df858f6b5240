import type { JsonObject } from '../json.js';
import type { CacheHint } from '../runtime/cache-hint.js';
import type { ToolNames } from './model.js';

/** What a resource and a template of resources both say about themselves. */
export interface ResourceMeaning {
  /** As on the wire: any printable text. */
  readonly name: string;
  readonly names: ToolNames;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  /** `Annotations` of MCP: `audience`, `priority`, `lastModified`. */
  readonly annotations?: JsonObject;
  readonly icons?: readonly JsonObject[];
  readonly _meta?: JsonObject;
  /** The hint that `resources/read` gives. */
  readonly cache?: CacheHint;
  /** OAuth scopes that a caller needs beside the required ones, sorted. Absent when there are none. */
  readonly scopes?: readonly string[];
  /** Whether `notifications/resources/updated` may be sent for it. */
  readonly subscribable: boolean;
  /** SHA-256 of the RFC 8785 form of its definition, as a modern client is served it. */
  readonly digest: string;
}

export interface ResourceModel extends ResourceMeaning {
  readonly uri: string;
  /** Bytes, before any encoding. */
  readonly size?: number;
}

export interface ResourceTemplateModel extends ResourceMeaning {
  /** RFC 6570, of the forms that can be expanded and matched. */
  readonly uriTemplate: string;
  /** In the order of the template. */
  readonly variables: readonly TemplateVariable[];
  /** Whether its handler lists instances of it for `resources/list`. */
  readonly isListable: boolean;
}

/** Who completes a value: the handler, or the contract, whose values they are. */
export type CompletionSource = 'handler' | readonly string[];

export interface TemplateVariable {
  readonly name: string;
  readonly description?: string;
  /** Exploded (`{/path*}`): it stands for any number of values. */
  readonly isList: boolean;
  /** Of a query (`{?x}`, `{&x}`): a URI may lack it. */
  readonly isOptional: boolean;
  readonly completion?: CompletionSource;
}
