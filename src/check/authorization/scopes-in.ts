import type { Span } from '../../diagnostics/diagnostic.js';
import type { Manifests } from '../../manifest/read-manifests.js';

/** A scope that a declaration asks for. */
export interface AskedScope {
  readonly scope: string;
  /** The declaration, in words. */
  readonly owner: string;
  readonly at: Span;
}

/** Every scope that a declaration of the manifests asks for. */
export function scopesIn({ tools }: Manifests): readonly AskedScope[] {
  return tools.flatMap(({ name, declaration, origin }) =>
    (declaration.scopes ?? []).map((scope, index) => ({
      scope,
      owner: `the tool ${JSON.stringify(name)}`,
      at: origin.doc.locate([...origin.path, 'scopes', index]),
    })),
  );
}
