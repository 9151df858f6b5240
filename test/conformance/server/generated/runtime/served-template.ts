// Copied by mcpgen from its tested runtime. Do not edit.

import { UriTemplate } from '@modelcontextprotocol/server';
import type { UriPattern } from './uri-pattern.js';

/** The SDK's own matching neither decodes values nor knows that a query may be left out. */
export class ServedTemplate extends UriTemplate {
  readonly #pattern: UriPattern;

  constructor(pattern: UriPattern) {
    super(pattern.template);
    this.#pattern = pattern;
  }

  override match(uri: string): ReturnType<UriTemplate['match']> {
    // The SDK's type has mutable lists; what is found is nobody else's.
    return (this.#pattern.match(uri) as ReturnType<UriTemplate['match']> | undefined) ?? null;
  }
}
