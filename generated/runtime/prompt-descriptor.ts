// Copied by mcpgen from its tested runtime. Do not edit.

import type { Completable } from './completions.js';
import type { Icon, Questions } from './descriptor.js';

/** A prompt of the contract, exactly as it is served (`Prompt` of MCP 2026-07-28). `Arguments` are its arguments' types. */
export interface PromptDescriptor<Arguments = unknown> {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly arguments?: readonly PromptArgument[];
  readonly icons?: readonly Icon[];
  readonly _meta?: Readonly<Record<string, unknown>>;
  /** OAuth scopes without which nobody gets it over HTTP. Not served. */
  readonly scopes?: readonly string[];
  readonly completions?: readonly Completable[];
  /** What its handler may ask the client for. Not served. */
  readonly ask?: Questions;
  /** For the type checker; no descriptor has this member at run time. */
  readonly '~types'?: Arguments;
}

/** `PromptArgument`. Its value is text. */
export interface PromptArgument {
  readonly name: string;
  readonly title?: string;
  readonly description?: string;
  readonly required?: boolean;
}

/** Members of a prompt that are served, apart from its name. */
export const PROMPT_FIELDS = ['title', 'description', 'arguments', 'icons', '_meta'] as const;
