import type { Href, Html } from '../html/html.js';

/** Where the description of a schema leads its reader: to pages of shared schemas, and to definitions further down. */
export interface SchemaLinks {
  /** The page of a shared schema, by the JSON pointer at which it stands in the described one. */
  readonly shared: (pointer: string) => Html | undefined;
  /** The place on the page where a local definition is described. */
  readonly definition: (pointer: string) => Href;
}
