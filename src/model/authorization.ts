import type { JsonObject } from '../json.js';

/** How the contract says that callers over HTTP are told apart and kept out: `authorization:` of mcpgen.yaml. */
export interface AuthorizationModel {
  /** Issuers, as written; the first is the preferred one. */
  readonly authorizationServers: readonly string[];
  /** By name, sorted. */
  readonly scopes: readonly ScopeModel[];
  /** Scopes that every request needs, sorted. */
  readonly required: readonly string[];
  /** Whether generated code verifies tokens itself, or leaves that to its author. */
  readonly tokens: 'jwt' | 'other';
  readonly resourceName?: string;
  readonly documentation?: string;
}

export interface ScopeModel {
  readonly name: string;
  readonly description: string;
}

/** As `contract.json` has it. */
export function authorizationDefinition(authorization: AuthorizationModel): JsonObject {
  const { authorizationServers, scopes, required, resourceName, documentation } = authorization;
  return {
    authorizationServers: [...authorizationServers],
    scopes: Object.fromEntries(scopes.map(({ name, description }) => [name, description])),
    required: [...required],
    ...(resourceName !== undefined && { resourceName }),
    ...(documentation !== undefined && { documentation }),
  };
}

/**
 * All scopes that a call of something with scopes needs, so that one challenge can name them all; undefined for what has none of its own:
 * there the required ones are enough, which every request is held to.
 */
export function neededScopes(
  own: readonly string[] | undefined,
  authorization: AuthorizationModel | undefined,
): readonly string[] | undefined {
  return own === undefined ? undefined : [...new Set([...(authorization?.required ?? []), ...own])].sort();
}

/** `scope-token` of RFC 6749, section 3.3. */
const SCOPE_TOKEN = /^[\x21\x23-\x5B\x5D-\x7E]+$/;

export function isScopeToken(text: string): boolean {
  return SCOPE_TOKEN.test(text);
}
