import type { Span } from '../../diagnostics/diagnostic.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { offersOf, offerWords } from '../offers.js';

/** A scope that a declaration asks for. */
export interface AskedScope {
  readonly scope: string;
  /** The declaration, in words. */
  readonly owner: string;
  readonly at: Span;
}

/** Every scope that a declaration of the manifests asks for. */
export function scopesIn(manifests: Manifests): readonly AskedScope[] {
  return [...manifests.tools, ...offersOf(manifests)].flatMap(({ kind, name, declaration, origin }) =>
    (declaration.scopes ?? []).map((scope, index) => ({
      scope,
      owner: `the ${kind === 'tool' ? kind : offerWords[kind]} ${JSON.stringify(name)}`,
      at: origin.doc.locate([...origin.path, 'scopes', index]),
    })),
  );
}
