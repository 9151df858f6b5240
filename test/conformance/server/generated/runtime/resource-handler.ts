// Copied by mcpgen from its tested runtime. Do not edit.

import type { RequestContext } from './context.js';
import { ResourceAnswer, type ResourcePart } from './resource-answer.js';
import type { ContentAnnotations } from './resource-descriptor.js';

/** What a resource's handler has beside the template's variables. */
export interface ResourceContext<Services = unknown> extends RequestContext<Services> {
  /** As it was asked for. */
  readonly uri: string;
  /** Contents in full: several pieces, or one with a media type or `_meta` of its own. */
  readonly contents: (parts: readonly ResourcePart[]) => ResourceAnswer;
  /** There is no such resource. */
  readonly notFound: () => ResourceAnswer;
  /** What a stub answers until somebody writes the handler. */
  readonly notImplemented: () => ResourceAnswer;
}

/** What a resource holds: a text, bytes, or what a function of the context makes. */
export type ResourceValue = string | Uint8Array | ResourceAnswer;

/** Reads one resource. `Extras` is what the contract gives its context beside what every resource has. */
export type ResourceHandler<Services = unknown, Extras = unknown> = (
  ctx: ResourceContext<Services> & Extras,
) => ResourceValue | Promise<ResourceValue>;

/** Reads a resource of a template. The variables are decoded, and may hold whatever a caller likes. */
export type TemplateReader<Variables, Services = unknown, Extras = unknown> = (
  variables: Variables,
  ctx: ResourceContext<Services> & Extras,
) => ResourceValue | Promise<ResourceValue>;

/** Lists resources of a template. What an entry does not say of itself is as the contract says of the template. */
export type TemplateLister<Variables, Services = unknown, Extras = unknown> = (
  ctx: RequestContext<Services> & Extras,
) => readonly ListedResource<Variables>[] | Promise<readonly ListedResource<Variables>[]>;

export interface ListedResource<Variables> {
  /** Which one it is: they make its URI. */
  readonly variables: Variables;
  /** Default: the template's. */
  readonly name?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly mimeType?: string | undefined;
  /** Bytes. */
  readonly size?: number | undefined;
  readonly annotations?: ContentAnnotations | undefined;
  readonly _meta?: Readonly<Record<string, unknown>> | undefined;
}

/** Makes the context of one `resources/read`. */
export function toResourceContext(ctx: RequestContext, uri: string): ResourceContext {
  return {
    ...ctx,
    uri,
    contents: (parts) => new ResourceAnswer({ kind: 'contents', parts }),
    notFound: () => new ResourceAnswer({ kind: 'missing' }),
    notImplemented: () => new ResourceAnswer({ kind: 'unimplemented' }),
  };
}
