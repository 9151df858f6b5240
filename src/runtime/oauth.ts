import { createPrivateKeyJwtAuth, validateClientMetadataUrl } from '@modelcontextprotocol/client';
import type { Grant, TokenRequest } from './oauth-provider.js';
import { type Authorize, type ClientAuth, clientAuth } from './oauth-session.js';
import type { OAuthStorage } from './oauth-storage.js';

export type { TokenRequest } from './oauth-provider.js';
export type { Authorize, ClientAuth, OAuthSession } from './oauth-session.js';
export { memoryStorage, type OAuthStorage } from './oauth-storage.js';

/** What all ways to be authorised have in common. */
export interface AuthOptions {
  /** How the client is called where people see it. Default: `mcpgen client`. */
  readonly clientName?: string | undefined;
  /** Scopes to ask for where neither a challenge nor the server's metadata names any, separated by spaces. */
  readonly scope?: string | undefined;
  /** Default: the memory of this process. */
  readonly storage?: OAuthStorage | undefined;
  /** How often one request may ask for more scopes. Default: 1. */
  readonly maxStepUps?: number | undefined;
}

/** Credentials that were agreed on with an authorization server beforehand. */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  /**
   * The issuer that they belong to; they are sent to no other. Without it they belong to the first authorization server that the MCP
   * server names.
   */
  readonly issuer?: string | undefined;
}

export interface AuthorizationCodeOptions extends AuthOptions {
  /** Where the browser is sent back to. */
  readonly redirectUrl: string | URL;
  readonly authorize: Authorize;
  /** URL of a client-id metadata document, for authorization servers that read those: the client then needs no registration. */
  readonly clientMetadataUrl?: string | undefined;
  /** Without it, and without a metadata document, the client registers itself (RFC 7591). */
  readonly client?: ClientCredentials | undefined;
  /** Ask for tokens that outlive the user's session, where the authorization server has such. Default: no. */
  readonly offlineAccess?: boolean | undefined;
  /** Bind tokens to a key that never leaves this process (RFC 9449). Default: no. */
  readonly dpop?: boolean | undefined;
}

/** A user logs in: the authorization code grant with PKCE. Throws an `OAuthError` when `clientMetadataUrl` is not usable. */
export function authorizationCode(options: AuthorizationCodeOptions): ClientAuth {
  const { client, clientMetadataUrl, authorize } = options;
  validateClientMetadataUrl(clientMetadataUrl);
  const redirectUrl = String(options.redirectUrl);
  return session(options, authorize, {
    redirectUrl,
    metadata: {
      client_name: options.clientName ?? DEFAULT_NAME,
      redirect_uris: [redirectUrl],
      response_types: ['code'],
      ...(options.offlineAccess === true && { grant_types: ['authorization_code', 'refresh_token'] }),
      ...(options.scope !== undefined && { scope: options.scope }),
    },
    ...(clientMetadataUrl !== undefined && { clientMetadataUrl }),
    ...(client !== undefined && { client: informationOf(client) }),
    ...(options.dpop === true && { dpop: true }),
  });
}

export interface ClientCredentialsOptions extends AuthOptions, ClientCredentials {
  readonly clientSecret: string;
}

/** A program acts for itself, and proves who it is with a secret: the client credentials grant. */
export function clientCredentials(options: ClientCredentialsOptions): ClientAuth {
  return session(options, undefined, {
    metadata: metadataOf(options, CLIENT_CREDENTIALS, 'client_secret_basic'),
    client: informationOf(options),
    tokenRequest: ({ scope }) => request(CLIENT_CREDENTIALS, scope),
  });
}

export interface PrivateKeyOptions extends AuthOptions, Omit<ClientCredentials, 'clientSecret'> {
  /** PKCS #8, as PEM or DER, or a JWK. */
  readonly privateKey: string | Uint8Array | Readonly<Record<string, unknown>>;
  /** Such as `ES256`. */
  readonly algorithm: string;
}

/** A program acts for itself, and proves who it is with a key: the client credentials grant with `private_key_jwt` (RFC 7523). */
export function privateKeyJwt(options: PrivateKeyOptions): ClientAuth {
  const { clientId, privateKey, algorithm } = options;
  const key = typeof privateKey === 'string' || privateKey instanceof Uint8Array ? privateKey : { ...privateKey };
  return session(options, undefined, {
    metadata: metadataOf(options, CLIENT_CREDENTIALS, 'private_key_jwt'),
    client: informationOf(options),
    authenticate: createPrivateKeyJwtAuth({ issuer: clientId, subject: clientId, privateKey: key, alg: algorithm }),
    tokenRequest: ({ scope }) => request(CLIENT_CREDENTIALS, scope),
  });
}

export interface JwtBearerOptions extends AuthOptions, ClientCredentials {
  /** A signed statement about whom the client acts for, made by somebody whom the authorization server trusts. Asked for anew each time. */
  readonly assertion: (request: TokenRequest) => string | Promise<string>;
}

/** A program acts for whomever an assertion names, such as a workload or a signed-in employee: the JWT bearer grant (RFC 7523). */
export function jwtBearer(options: JwtBearerOptions): ClientAuth {
  return session(options, undefined, {
    metadata: metadataOf(options, JWT_BEARER, options.clientSecret === undefined ? 'none' : 'client_secret_basic'),
    client: informationOf(options),
    tokenRequest: async (context) => {
      const params = request(JWT_BEARER, context.scope);
      params.set('assertion', await options.assertion(context));
      return params;
    },
  });
}

const DEFAULT_NAME = 'mcpgen client';
const CLIENT_CREDENTIALS = 'client_credentials';
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

function session({ storage, maxStepUps }: AuthOptions, authorize: Authorize | undefined, grant: Grant): ClientAuth {
  return clientAuth({ grant, storage, authorize, maxStepUps });
}

function metadataOf({ clientName, scope }: AuthOptions, grantType: string, method: string): Grant['metadata'] {
  return {
    client_name: clientName ?? DEFAULT_NAME,
    redirect_uris: [],
    grant_types: [grantType],
    token_endpoint_auth_method: method,
    ...(scope !== undefined && { scope }),
  };
}

function informationOf({ clientId, clientSecret, issuer }: ClientCredentials): NonNullable<Grant['client']> {
  return {
    client_id: clientId,
    ...(clientSecret !== undefined && { client_secret: clientSecret }),
    ...(issuer !== undefined && { issuer }),
  };
}

function request(grantType: string, scope: string | undefined): URLSearchParams {
  return new URLSearchParams({ grant_type: grantType, ...(scope !== undefined && { scope }) });
}
