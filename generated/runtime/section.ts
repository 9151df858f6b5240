// Copied by mcpgen from its tested runtime. Do not edit.

import type { McpRequestContext, McpServer, ServerCapabilities } from '@modelcontextprotocol/server';
import type { CacheHint } from './cache-hint.js';
import type { ContextExtra } from './context.js';
import { type OnError, reportOnStderr } from './failure.js';
import type { OpenRound } from './handler.js';
import type { Extending, HandlerSections, ToolOptions } from './register.js';

/** What a server offers beside tools, such as resources: its descriptors together with their handlers. */
export interface Section {
  readonly capabilities: Pick<ServerCapabilities, 'resources' | 'prompts' | 'completions'>;
  /** Puts on a server what it can be asked for. On HTTP there is a new server for each request, so this must be cheap. */
  readonly install: (server: McpServer, context: McpRequestContext) => void;
}

/** Connects the descriptors of a section with their handlers. Throws a `TypeError` when one is missing. */
export type BindSection = (handlers: HandlerSections, options: SectionOptions) => Section;

/** What all sections of one server share. */
export interface SectionOptions {
  readonly services: unknown;
  readonly onError: OnError;
  /** Added to the contexts of all handlers. */
  readonly extras: readonly ContextExtra[];
  /** Where there is something that asks its clients for input. */
  readonly openRound?: OpenRound | undefined;
  /** The most entries on one page of a list. Absent: all of them. */
  readonly pageSize?: number | undefined;
}

/** What an author decided, with its defaults. */
export function sectionOptionsOf(
  { services, onError, extras = [], openRound }: ToolOptions & Extending,
  pageSize?: number,
): SectionOptions {
  return { services, onError: onError ?? reportOnStderr, extras, openRound, pageSize };
}

/** How long answers to a request may be kept, by its method. */
export type Caching = Readonly<
  Partial<
    Record<
      | 'server/discover'
      | 'tools/list'
      | 'resources/list'
      | 'resources/templates/list'
      | 'resources/read'
      | 'prompts/list',
      CacheHint
    >
  >
>;
