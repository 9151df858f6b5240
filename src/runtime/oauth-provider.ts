import {
  type AddClientAuthentication,
  DpopSession,
  type FetchLike,
  type OAuthClientMetadata,
  type OAuthClientProvider,
  type OAuthDiscoveryState,
  type StoredOAuthClientInformation,
  type StoredOAuthTokens,
} from '@modelcontextprotocol/client';
import type { OAuthRecords } from './oauth-storage.js';

/** How a client gets tokens: what distinguishes one grant of OAuth from another. */
export interface Grant {
  readonly metadata: OAuthClientMetadata;
  /** Absent where no user takes part. */
  readonly redirectUrl?: string;
  readonly clientMetadataUrl?: string;
  /** A registration that was made beforehand; otherwise the client registers itself. */
  readonly client?: StoredOAuthClientInformation;
  readonly authenticate?: AddClientAuthentication;
  readonly tokenRequest?: (context: TokenRequest) => URLSearchParams | Promise<URLSearchParams>;
  /** Bind tokens to a key that never leaves this process (RFC 9449). */
  readonly dpop?: boolean;
}

/** What is known when a token is asked for without a user. */
export interface TokenRequest {
  readonly scope: string | undefined;
  /** Issuer of the authorization server. */
  readonly authorizationServer: string;
  /** The server that the token is for (RFC 8707). */
  readonly resource: string;
  readonly fetch: FetchLike;
}

/** One way to the server: what the SDK's flow asks for, on top of what is stored. */
export interface BoundProvider {
  readonly provider: OAuthClientProvider;
  /** Where the user has to be sent, once the flow got so far; taken only once. */
  readonly takeRedirect: () => URL | undefined;
  /** What distinguishes the login that is under way from any other; taken only once. */
  readonly takeState: () => Promise<string | undefined>;
  /** Begins a new attempt: within one, a grant without a user asks only once. */
  readonly begin: () => void;
}

/** What the SDK's OAuth flow needs to know of a client, for one server. */
export function createProvider(grant: Grant, records: OAuthRecords, fetch: FetchLike): BoundProvider {
  let redirect: URL | undefined;
  let requestedScope: string | undefined;
  let authorizationServer = '';
  let resource = '';
  let hasAsked = false;
  let dpop: Promise<DpopSession> | undefined;
  const { client, authenticate, tokenRequest } = grant;

  const provider: OAuthClientProvider = {
    redirectUrl: grant.redirectUrl,
    clientMetadata: grant.metadata,
    ...(grant.clientMetadataUrl !== undefined && { clientMetadataUrl: grant.clientMetadataUrl }),
    ...(authenticate !== undefined && { addClientAuthentication: authenticate }),
    ...(grant.dpop === true && {
      dpop: () => {
        dpop ??= DpopSession.create();
        return dpop;
      },
    }),
    state: async () => {
      const state = crypto.randomUUID();
      await records.set('state', state);
      return state;
    },
    clientInformation: async (context) => {
      if (client === undefined) return records.get<StoredOAuthClientInformation>('client', context?.issuer);
      return { ...client, issuer: client.issuer ?? (await boundIssuer(records, context?.issuer)) };
    },
    // A registration that was made beforehand is never replaced.
    ...(client === undefined && {
      saveClientInformation: (information, context) => records.set('client', information, context?.issuer),
    }),
    tokens: () => records.get<StoredOAuthTokens>('tokens'),
    // A server may leave out the scope when it is the one that was asked for (RFC 6749, section 5.1).
    saveTokens: async (tokens) => {
      const before = await records.get<StoredOAuthTokens>('tokens');
      const scope = tokens.scope ?? requestedScope ?? before?.scope;
      await records.set('tokens', { ...tokens, ...(scope !== undefined && { scope }) });
    },
    redirectToAuthorization: (url) => {
      if (!isSafe(url)) throw new Error(`the authorization endpoint ${url.origin} is not https`);
      requestedScope = url.searchParams.get('scope') ?? undefined;
      redirect = url;
    },
    saveCodeVerifier: (verifier) => records.set('verifier', verifier),
    codeVerifier: async () => {
      const verifier = await records.get<string>('verifier');
      if (verifier === undefined) throw new Error('there is no login under way that this could be the answer to');
      return verifier;
    },
    saveDiscoveryState: (state) => records.set('discovery', state),
    discoveryState: () => records.get<OAuthDiscoveryState>('discovery'),
    saveAuthorizationServerUrl: (url) => {
      authorizationServer = url;
    },
    saveResourceUrl: (url) => {
      resource = url;
    },
    invalidateCredentials: async (what) => {
      const issuer = (await records.get<StoredOAuthTokens>('tokens'))?.issuer ?? authorizationServer;
      if (what === 'all' || what === 'tokens') await records.delete('tokens');
      if (what === 'all' || what === 'client') await records.delete('client', issuer);
      if (what === 'all' || what === 'verifier') await records.delete('verifier');
      if (what === 'all' || what === 'discovery') await records.delete('discovery');
    },
    ...(tokenRequest !== undefined && {
      prepareTokenRequest: async (scope) => {
        // The SDK would start over after a refusal; with the same assertion that only looks like an attack.
        if (hasAsked) throw new Error('the authorization server refused the grant');
        hasAsked = true;
        requestedScope = scope;
        return tokenRequest({ scope, authorizationServer, resource, fetch });
      },
    }),
  };
  return {
    provider,
    takeRedirect: () => {
      const url = redirect;
      redirect = undefined;
      return url;
    },
    takeState: async () => {
      const state = await records.get<string>('state');
      await records.delete('state');
      return state;
    },
    begin: () => {
      hasAsked = false;
    },
  };
}

/** Credentials of which nobody said where they belong, belong to the first authorization server that gets them, and to no other. */
async function boundIssuer(records: OAuthRecords, issuer: string | undefined): Promise<string | undefined> {
  const bound = await records.get<string>('bound');
  if (bound === undefined && issuer !== undefined) await records.set('bound', issuer);
  return bound ?? issuer;
}

const LOOPBACK = /^(localhost|[a-z0-9.-]+\.localhost|127\.0\.0\.1|\[::1\])$/;

/** What a browser may be sent to. The URL comes from the authorization server, and could be a file or a script. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
