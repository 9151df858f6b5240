import {
  type AuthInfo,
  getOAuthProtectedResourceMetadataUrl,
  OAuthError,
  type OAuthTokenVerifier,
  requireBearerAuth,
} from '@modelcontextprotocol/server';
import { logLine } from './failure.js';

/** What the contract says about who may call. */
export interface AuthorizationDefinition {
  /** Issuers. */
  readonly authorizationServers: readonly string[];
  /** All scopes that the contract uses. */
  readonly scopes: readonly string[];
  /** Scopes that every request needs. */
  readonly required: readonly string[];
  readonly resourceName?: string;
  readonly documentation?: string;
}

/** What a deployment decides about it. */
export interface AuthorizationOptions {
  /**
   * The URL by which clients know the MCP endpoint, as `https://api.example.com/mcp`: tokens must have been made for it (RFC 8707), and
   * the verifier must say that they were.
   */
  readonly resource: string | URL;
  /** Tells what a token allows, and refuses it with an `OAuthError` whose code is `invalid_token`. */
  readonly verifier: OAuthTokenVerifier;
  /** Issuers of this deployment. Default: those of the contract. */
  readonly authorizationServers?: readonly string[] | undefined;
}

/** For `serveHttp` and `createFetchHandler`: who calls, and where clients read how to be let in. */
export interface Protection {
  readonly authenticate: (head: Request) => Promise<AuthInfo | Response>;
  readonly elsewhere: (head: Request) => Response | undefined;
}

/**
 * Makes the server an OAuth 2.1 resource server (MCP 2026-07-28, authorization): requests without a good token are refused with a
 * challenge, and the metadata of RFC 9728 tells clients where to get one. Throws a `TypeError` when `resource` is no URL.
 */
export function protectResource(definition: AuthorizationDefinition, options: AuthorizationOptions): Protection {
  const resource = new URL(options.resource);
  const resourceMetadataUrl = getOAuthProtectedResourceMetadataUrl(resource);
  const authenticate = requireBearerAuth({
    verifier: withLog(options.verifier),
    requiredScopes: [...definition.required],
    resourceMetadataUrl,
    expectedResource: resource,
  });
  const document = JSON.stringify({
    // Without the slash that a URL without a path is given: clients compare texts.
    resource: String(options.resource),
    authorization_servers: options.authorizationServers ?? definition.authorizationServers,
    ...(definition.scopes.length > 0 && { scopes_supported: definition.scopes }),
    bearer_methods_supported: ['header'],
    ...(definition.resourceName !== undefined && { resource_name: definition.resourceName }),
    ...(definition.documentation !== undefined && { resource_documentation: definition.documentation }),
  });
  const paths = new Set([WELL_KNOWN, new URL(resourceMetadataUrl).pathname]);
  return {
    authenticate: async (head) => {
      const answer = await authenticate(head);
      // Not the caller's fault, and perhaps over in a moment: keys that cannot be had, for one.
      return answer instanceof Response && answer.status === 500 ? unavailable() : answer;
    },
    elsewhere: (head) => (paths.has(withoutSlash(new URL(head.url).pathname)) ? metadata(head, document) : undefined),
  };
}

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** Web pages of any origin may read the document: clients run in browsers, too. */
function metadata({ method }: Request, document: string): Response {
  const headers = { 'access-control-allow-origin': '*' };
  if (method === 'OPTIONS') {
    const allowed = { 'access-control-allow-methods': 'GET, HEAD', 'access-control-allow-headers': '*' };
    return new Response(null, { status: 204, headers: { ...headers, ...allowed } });
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD, OPTIONS' } });
  }
  const type = { 'content-type': 'application/json', 'cache-control': 'max-age=300' };
  return new Response(method === 'HEAD' ? null : document, { headers: { ...headers, ...type } });
}

function unavailable(): Response {
  return Response.json({ error: 'temporarily_unavailable' }, { status: 503, headers: { 'retry-after': '5' } });
}

/** Callers are told nothing of what went wrong with a verifier; whoever runs the server is. */
function withLog(verifier: OAuthTokenVerifier): OAuthTokenVerifier {
  return {
    verifyAccessToken: async (token) => {
      try {
        return await verifier.verifyAccessToken(token);
      } catch (error) {
        if (!(error instanceof OAuthError)) logLine('token verifier', error);
        throw error;
      }
    },
  };
}

function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
