// Copied by mcpgen from its tested runtime. Do not edit.

import type { CacheHint } from './cache-hint.js';
import type { Completable } from './completions.js';
import type { Icon } from './descriptor.js';

/** For whom contents are, and how much they matter (MCP 2026-07-28, `Annotations`). */
export interface ContentAnnotations {
  readonly audience?: readonly ('user' | 'assistant')[];
  /** From 0 to 1. */
  readonly priority?: number;
  /** ISO 8601. */
  readonly lastModified?: string;
}

interface ResourceFields {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly mimeType?: string;
  readonly annotations?: ContentAnnotations;
  readonly icons?: readonly Icon[];
  readonly _meta?: Readonly<Record<string, unknown>>;
}

interface ResourceConduct {
  /** The hint that `resources/read` gives. */
  readonly cache?: CacheHint;
  /** OAuth scopes without which nobody reads it over HTTP. Not served. */
  readonly scopes?: readonly string[];
  /** Clients may subscribe to it. */
  readonly subscribable?: true;
}

/** A resource of the contract, exactly as it is served (`Resource`), and how it is served. */
export interface ResourceDescriptor extends ResourceFields, ResourceConduct {
  readonly uri: string;
  /** Bytes. */
  readonly size?: number;
}

/** A template of the contract, exactly as it is served (`ResourceTemplate`), and how. `Variables` are its variables' types. */
export interface TemplateDescriptor<Variables = unknown> extends ResourceFields, ResourceConduct {
  readonly uriTemplate: string;
  readonly completions?: readonly Completable[];
  /** The handler lists what there is. */
  readonly list?: true;
  /** For the type checker; no descriptor has this member at run time. */
  readonly '~types'?: Variables;
}

const SHARED = ['name', 'title', 'description', 'mimeType', 'annotations', 'icons', '_meta'] as const;
/** Members of a resource that are served, apart from its URI. */
export const RESOURCE_FIELDS = [...SHARED, 'size'] as const;
/** Members of a template that are served, apart from its URI template. */
export const TEMPLATE_FIELDS = SHARED;
