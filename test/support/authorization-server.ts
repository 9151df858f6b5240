import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What was asked for at an endpoint, in the order of the requests. */
export interface Asked {
  readonly endpoint: 'metadata' | 'keys' | 'register' | 'authorize' | 'token';
  readonly params: Readonly<Record<string, string>>;
}

/** How a token differs from a good one. */
export interface Oddities {
  readonly claims?: JWTPayload;
  readonly key?: CryptoKey;
  readonly kid?: string;
}

interface Grant {
  readonly clientId: string;
  readonly scope: string;
  readonly resource: string;
  readonly challenge: string;
  readonly user: string;
}

/**
 * A small authorization server on this machine, for tests: metadata, keys, dynamic registration, authorization code with PKCE, refresh
 * and client credentials. Its user agrees to everything.
 */
export class TestAuthorizationServer implements AsyncDisposable {
  readonly asked: Asked[] = [];
  /** Who logs in next. */
  user = 'ann';
  /** Seconds for which tokens are good. */
  lifetime = 300;
  /** Whether the keys can be had. */
  areKeysDown = false;
  /** What is granted of the scopes that are asked for; all of them by default. */
  grants: (scope: string) => boolean = () => true;

  #origin = '';
  #close = async (): Promise<void> => undefined;
  #codes = new Map<string, Grant>();
  #refreshTokens = new Map<string, Grant>();
  #clients = new Map<string, string>();

  private constructor(
    readonly key: CryptoKey,
    private readonly publicKey: CryptoKey,
  ) {}

  static async start(): Promise<TestAuthorizationServer> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const server = new TestAuthorizationServer(privateKey, publicKey);
    const http = createServer((request, response) => {
      server.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    server.#origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    server.#close = () =>
      new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    return server;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#close();
  }

  get issuer(): string {
    return this.#origin;
  }

  /** The requests to one endpoint. */
  at(endpoint: Asked['endpoint']): readonly Asked['params'][] {
    return this.asked.filter((each) => each.endpoint === endpoint).map(({ params }) => params);
  }

  /** A client that was registered by hand. */
  addClient(clientId: string, secret: string): void {
    this.#clients.set(clientId, secret);
  }

  /** An access token for `resource`, good unless something else is wanted. */
  async token(resource: string, scope: string, { claims = {}, key = this.key, kid = 'first' }: Oddities = {}) {
    const now = Math.floor(Date.now() / 1000);
    const all = { iss: this.issuer, aud: resource, sub: this.user, client_id: 'a-client', scope, iat: now };
    return new SignJWT({ ...all, exp: now + this.lifetime, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid, typ: 'at+jwt' })
      .sign(key);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#origin);
    const body = request.method === 'POST' ? await text(request) : '';
    const json = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    switch (url.pathname) {
      case '/.well-known/oauth-authorization-server':
        this.#note('metadata');
        return void json(200, {
          issuer: this.#origin,
          authorization_endpoint: `${this.#origin}/authorize`,
          token_endpoint: `${this.#origin}/token`,
          registration_endpoint: `${this.#origin}/register`,
          jwks_uri: `${this.#origin}/keys`,
          response_types_supported: ['code'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/keys':
        this.#note('keys');
        if (this.areKeysDown) return void json(503, {});
        return void json(200, {
          keys: [{ ...(await exportJWK(this.publicKey)), alg: 'ES256', kid: 'first', use: 'sig' }],
        });
      case '/register': {
        const clientId = `client-${randomUUID()}`;
        this.#note('register', { redirect: JSON.parse(body).redirect_uris[0] });
        return void json(201, { ...JSON.parse(body), client_id: clientId, token_endpoint_auth_method: 'none' });
      }
      case '/authorize':
        return this.#authorize(url.searchParams, response);
      case '/token': {
        const { status, value } = await this.#issue(new URLSearchParams(body), request.headers.authorization);
        return void json(status, value);
      }
      default:
        return void json(404, {});
    }
  }

  #authorize(params: URLSearchParams, response: ServerResponse): void {
    this.#note('authorize', Object.fromEntries(params));
    const back = new URL(params.get('redirect_uri') ?? '');
    back.searchParams.set('state', params.get('state') ?? '');
    back.searchParams.set('iss', this.#origin);
    if (params.get('code_challenge_method') !== 'S256') back.searchParams.set('error', 'invalid_request');
    else {
      const code = randomUUID();
      this.#codes.set(code, {
        clientId: params.get('client_id') ?? '',
        scope: (params.get('scope') ?? '').split(' ').filter(this.grants).join(' '),
        resource: params.get('resource') ?? '',
        challenge: params.get('code_challenge') ?? '',
        user: this.user,
      });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  async #issue(params: URLSearchParams, authorization: string | undefined) {
    this.#note('token', Object.fromEntries(params));
    const refused = (error: string) => ({ status: 400, value: { error } });
    switch (params.get('grant_type')) {
      case 'authorization_code': {
        const code = params.get('code') ?? '';
        const grant = this.#codes.get(code);
        this.#codes.delete(code);
        const challenge = createHash('sha256')
          .update(params.get('code_verifier') ?? '')
          .digest('base64url');
        if (grant === undefined || grant.challenge !== challenge) return refused('invalid_grant');
        if (grant.clientId !== params.get('client_id')) return refused('invalid_client');
        return this.#granted(grant);
      }
      case 'refresh_token': {
        const token = params.get('refresh_token') ?? '';
        const grant = this.#refreshTokens.get(token);
        this.#refreshTokens.delete(token);
        return grant === undefined ? refused('invalid_grant') : this.#granted(grant);
      }
      case 'client_credentials': {
        const [id = '', secret] = Buffer.from((authorization ?? '').replace('Basic ', ''), 'base64')
          .toString()
          .split(':');
        if (secret === undefined || this.#clients.get(id) !== secret) return refused('invalid_client');
        const { scope = '', resource = '' } = Object.fromEntries(params);
        return { status: 200, value: await this.#tokenFor({ clientId: id, scope, resource, challenge: '', user: id }) };
      }
      default:
        return refused('unsupported_grant_type');
    }
  }

  async #granted(grant: Grant) {
    const refresh = randomUUID();
    this.#refreshTokens.set(refresh, grant);
    return { status: 200, value: { ...(await this.#tokenFor(grant)), refresh_token: refresh } };
  }

  async #tokenFor({ clientId, scope, resource, user }: Grant) {
    const token = await this.token(resource, scope, { claims: { client_id: clientId, sub: user } });
    return { access_token: token, token_type: 'Bearer', expires_in: this.lifetime, scope };
  }

  #note(endpoint: Asked['endpoint'], params: Asked['params'] = {}): void {
    this.asked.push({ endpoint, params });
  }
}
