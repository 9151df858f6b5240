import {
  auth,
  computeScopeUnion,
  extractWWWAuthenticateParams,
  type FetchLike,
  isStrictScopeSuperset,
  OAuthError,
  UnauthorizedError,
  validateAuthorizationResponseIssuer,
  withDpopFromProvider,
} from '@modelcontextprotocol/client';
import { type BoundProvider, createProvider, type Grant } from './oauth-provider.js';
import { memoryStorage, OAuthRecords, type OAuthStorage } from './oauth-storage.js';

/**
 * Shows a page of the authorization server to the user, and gives the URL that the browser was sent back to: its query is the answer.
 * `undefined` when the answer comes later, and perhaps to another process, which then calls `finish`.
 */
export type Authorize = (url: URL) => Promise<URL | URLSearchParams | undefined>;

/** How a client is authorised. The same one can be used for any number of servers: what they are given is kept apart. */
export interface ClientAuth {
  readonly session: (serverUrl: string | URL, fetch?: FetchLike) => OAuthSession;
}

/** A client's authorization at one server. */
export interface OAuthSession {
  /** Requests with the token, which is had, renewed and widened as the server's challenges ask for it. */
  readonly fetch: FetchLike;
  /** Logs in, if there is nothing yet to log in with: before a connection, so that no time runs out while the user thinks. */
  readonly prepare: () => Promise<void>;
  /** Ends a login whose answer came later. Rejects when it is not the answer to one, or says that access was refused. */
  readonly finish: (callback: URL | URLSearchParams) => Promise<void>;
}

export interface SessionOptions {
  readonly grant: Grant;
  readonly storage?: OAuthStorage | undefined;
  /** For grants with a user. */
  readonly authorize?: Authorize | undefined;
  /** How often one request may ask for more scopes. Default: 1. */
  readonly maxStepUps?: number | undefined;
}

/** How long a request to an authorization server may take. */
const AUTH_TIMEOUT_MS = 30_000;

interface Challenge {
  readonly isStepUp: boolean;
  readonly scope: string | undefined;
  readonly resourceMetadataUrl: URL | undefined;
}

/** MCP 2026-07-28, authorization: tokens as the server's challenges ask for them. */
export function clientAuth({
  grant,
  storage = memoryStorage(),
  authorize,
  maxStepUps = 1,
}: SessionOptions): ClientAuth {
  return {
    session: (serverUrl, fetch = globalThis.fetch) => {
      const url = new URL(serverUrl);
      const within: FetchLike = (input, init) =>
        fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(AUTH_TIMEOUT_MS) });
      const bound = createProvider(grant, new OAuthRecords(storage, url.href), within);
      return new HttpSession(url, bound, fetch, within, authorize, maxStepUps);
    },
  };
}

/** See `clientAuth`. */
export class HttpSession implements OAuthSession {
  private running: Promise<void> | undefined;
  private readonly send: FetchLike;

  constructor(
    private readonly url: URL,
    private readonly bound: BoundProvider,
    fetch: FetchLike,
    private readonly authFetch: FetchLike,
    private readonly authorize: Authorize | undefined,
    private readonly maxStepUps: number,
  ) {
    this.send = bound.provider.dpop === undefined ? fetch : withDpopFromProvider(bound.provider)(fetch);
  }

  readonly fetch: FetchLike = async (input, init) => {
    // A token is for one server, whatever else is fetched through here.
    if (new URL(input).origin !== this.url.origin) return this.send(input, init);
    let hasAuthenticated = false;
    let stepUps = 0;
    for (;;) {
      const token = await this.token();
      const headers = new Headers(init?.headers);
      if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
      const response = await this.send(input, { ...init, headers });
      const challenge = challengeOf(response);
      if (challenge === undefined) return response;
      const mayTry = challenge.isStepUp ? stepUps < this.maxStepUps : !hasAuthenticated;
      if (!mayTry) return response;
      if (challenge.isStepUp) stepUps++;
      else hasAuthenticated = true;
      await response.body?.cancel();
      await this.obtain(token, challenge);
    }
  };

  readonly prepare = async (): Promise<void> => {
    if (this.authorize === undefined || (await this.token()) !== undefined) return;
    const response = await this.authFetch(this.url, { headers: { accept: 'text/event-stream' } });
    const challenge = challengeOf(response);
    await response.body?.cancel();
    if (challenge !== undefined) await this.obtain(undefined, challenge);
  };

  readonly finish = async (callback: URL | URLSearchParams): Promise<void> => {
    const { provider } = this.bound;
    const params = callback instanceof URL ? callback.searchParams : callback;
    const discovery = await provider.discoveryState?.();
    const metadata = discovery?.authorizationServerMetadata;
    const iss = params.get('iss') ?? undefined;
    const state = await this.bound.takeState();
    if (state === undefined || params.get('state') !== state) {
      throw new UnauthorizedError('this is not the answer to the login that is under way');
    }
    const code = params.get('code');
    if (code === null) {
      // Words of an authorization server may only be shown when they are from the one that was asked (RFC 9207, section 2.4).
      validateAuthorizationResponseIssuer({
        iss,
        expectedIssuer: metadata?.issuer,
        issParameterSupported: metadata?.authorization_response_iss_parameter_supported === true,
      });
      const error = params.get('error');
      if (error === null) throw new UnauthorizedError('the answer to the login holds neither a code nor an error');
      throw new OAuthError(error, params.get('error_description') ?? error);
    }
    this.bound.begin();
    await auth(provider, {
      serverUrl: this.url,
      authorizationCode: code,
      ...(iss !== undefined && { iss }),
      fetchFn: this.authFetch,
    });
    await provider.invalidateCredentials?.('verifier');
  };

  /** One attempt at a time: whoever comes meanwhile waits for it, and tries again with what it gave. */
  private async obtain(used: string | undefined, challenge: Challenge): Promise<void> {
    while (this.running !== undefined) await this.running.catch(() => undefined);
    // Somebody else has been faster.
    if ((await this.token()) !== used) return;
    this.running = this.attempt(used, challenge);
    try {
      await this.running;
    } finally {
      this.running = undefined;
    }
  }

  private async attempt(used: string | undefined, { isStepUp, scope, resourceMetadataUrl }: Challenge): Promise<void> {
    const { provider } = this.bound;
    const granted = (await provider.tokens())?.scope;
    // A token that is not taken any more may be of an authorization server that is not trusted any more.
    if (!isStepUp && used !== undefined) await provider.invalidateCredentials?.('discovery');
    const wanted = computeScopeUnion(granted, scope);
    this.bound.begin();
    const result = await auth(provider, {
      serverUrl: this.url,
      ...(wanted !== undefined && { scope: wanted }),
      ...(resourceMetadataUrl !== undefined && { resourceMetadataUrl }),
      // Renewing a token cannot widen it (RFC 6749, section 6).
      forceReauthorization: isStepUp && isStrictScopeSuperset(wanted, granted),
      fetchFn: this.authFetch,
    });
    if (result === 'AUTHORIZED') return;
    const redirect = this.bound.takeRedirect();
    const answer = redirect === undefined ? undefined : await this.authorize?.(redirect);
    if (answer === undefined) throw new UnauthorizedError('the user has to log in first');
    await this.finish(answer);
  }

  private async token(): Promise<string | undefined> {
    return (await this.bound.provider.tokens())?.access_token;
  }
}

/** What the server wants, if it refuses the request for want of a token or of scopes (RFC 6750, section 3). */
function challengeOf(response: Response): Challenge | undefined {
  const isStepUp = response.status === 403;
  if (response.status !== 401 && !isStepUp) return undefined;
  const { error, scope, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  if (isStepUp && error !== 'insufficient_scope') return undefined;
  return { isStepUp, scope, resourceMetadataUrl };
}
