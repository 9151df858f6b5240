import type { RequestContext } from './context.js';

/** What a completion handler has beside the text to complete. `Names` are the other variables or arguments. */
export interface CompletionContext<Names extends string = string, Services = unknown> extends RequestContext<Services> {
  /** What has been filled in already. */
  readonly arguments: Readonly<Partial<Record<Names, string>>>;
}

/** Completes a value, the likeliest first. The first 100 are sent. */
export type Completer<Names extends string = string, Services = unknown, Extras = unknown> = (
  value: string,
  ctx: CompletionContext<Names, Services> & Extras,
) => readonly string[] | Promise<readonly string[]>;
