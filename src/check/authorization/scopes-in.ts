import type { Span } from '../../diagnostics/diagnostic.js';
import type { Manifests } from '../../manifest/read-manifests.js';

/** A scope that a declaration asks for. */
export interface AskedScope {
  readonly scope: string;
  /** The declaration, in words. */
  readonly owner: string;
  readonly at: Span;
}

const kinds = {
  tool: 'tool',
  resource: 'resource',
  resourceTemplate: 'resource template',
  prompt: 'prompt',
} as const;

/** Every scope that a declaration of the manifests asks for. */
export function scopesIn({ tools, resources, resourceTemplates, prompts }: Manifests): readonly AskedScope[] {
  return [...tools, ...resources, ...resourceTemplates, ...prompts].flatMap(({ kind, name, declaration, origin }) =>
    (declaration.scopes ?? []).map((scope, index) => ({
      scope,
      owner: `the ${kinds[kind]} ${JSON.stringify(name)}`,
      at: origin.doc.locate([...origin.path, 'scopes', index]),
    })),
  );
}
