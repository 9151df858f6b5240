import { type AuthInfo, OAuthError, OAuthErrorCode, type OAuthTokenVerifier } from '@modelcontextprotocol/server';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JSONWebKeySet,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { discoverKeys } from './discover-keys.js';
import { isSecure } from './secure-url.js';

/** One authorization server whose signed tokens are taken. */
export interface JwtOptions {
  /** Exactly as in the tokens' `iss`. */
  readonly issuer: string;
  /** What its tokens for this server have in `aud`: mostly the server's URL. */
  readonly audience: string;
  /** The server's URL, where the audience is something else. Default: the audience. */
  readonly resource?: string | URL | undefined;
  /** Where its keys are. Default: what its metadata says (RFC 8414, or OpenID Connect Discovery). */
  readonly jwksUri?: string | URL | undefined;
  /** Its keys themselves, instead. */
  readonly jwks?: JSONWebKeySet | undefined;
  /** Signature algorithms. Never `none`, nor one with a shared secret. Default: RS256, PS256, ES256, ES384 and EdDSA. */
  readonly algorithms?: readonly string[] | undefined;
  /** `typ` that tokens must have; `at+jwt` where the authorization server follows RFC 9068. Default: any. */
  readonly tokenType?: string | undefined;
  /** How far clocks may be apart, in seconds. Default: 5. */
  readonly clockToleranceSeconds?: number | undefined;
  /** How long keys are kept. Default: 10 minutes. */
  readonly cacheMs?: number | undefined;
  /** How long a key that is not there is not looked for again, so that made-up tokens cause no traffic. Default: 30 seconds. */
  readonly cooldownMs?: number | undefined;
  /** How long to wait for the keys. Default: 5 seconds. */
  readonly timeoutMs?: number | undefined;
}

const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^Ed(DSA|25519)$/;

interface Issuer {
  readonly options: JwtOptions;
  readonly resource: URL;
  readonly keys: JWTVerifyGetKey;
}

/**
 * Verifies signed access tokens (JWT, RFC 9068) by the keys of those who issue them: signature, issuer, audience, and that they are valid
 * now. Throws a `TypeError` for options that could not be safe: an algorithm that is not asymmetric, keys that do not come over `https`,
 * an audience that is no URL without a `resource`.
 */
export function jwtVerifier(...all: readonly [JwtOptions, ...JwtOptions[]]): OAuthTokenVerifier {
  const issuers = new Map(all.map((options) => [options.issuer, issuerOf(options)]));
  return {
    verifyAccessToken: async (token) => {
      const claims = claimsOf(token);
      // Only to choose whose keys are tried: nothing of the token is believed yet.
      const issuer = issuers.get(claims.iss ?? '');
      if (issuer === undefined) throw invalid('The token is of another issuer');
      return toAuthInfo(token, await verified(token, issuer), issuer);
    },
  };
}

function issuerOf(options: JwtOptions): Issuer {
  const { audience, resource = audience, jwks, algorithms = ALGORITHMS } = options;
  const weak = algorithms.find((each) => !ASYMMETRIC.test(each));
  if (weak !== undefined) throw new TypeError(`tokens cannot be verified with ${weak} safely`);
  if (!URL.canParse(String(resource))) throw new TypeError('an audience that is no URL needs a `resource`');
  return { options, resource: new URL(resource), keys: jwks === undefined ? remote(options) : createLocalJWKSet(jwks) };
}

/** Keys that are fetched when the first token comes, kept for a while, and looked for again when one is missing. */
function remote(options: JwtOptions): JWTVerifyGetKey {
  const { issuer, jwksUri, timeoutMs = 5_000, cooldownMs = 30_000, cacheMs = 600_000 } = options;
  const settings = { timeoutDuration: timeoutMs, cooldownDuration: cooldownMs, cacheMaxAge: cacheMs };
  if (jwksUri !== undefined) return createRemoteJWKSet(secure(jwksUri), settings);
  let keys: JWTVerifyGetKey | undefined;
  const find = discoverKeys(issuer, { timeoutMs, cooldownMs });
  return async (header, token) => {
    keys ??= createRemoteJWKSet(secure(await find()), settings);
    return keys(header, token);
  };
}

function secure(address: string | URL): URL {
  const url = new URL(address);
  if (isSecure(url)) return url;
  throw new TypeError(`keys are only fetched over https, not from ${url.href}`);
}

function claimsOf(token: string): JWTPayload {
  try {
    return decodeJwt(token);
  } catch {
    throw invalid('The token is not a signed one');
  }
}

async function verified(token: string, { options, keys }: Issuer): Promise<JWTPayload> {
  const { issuer, audience, algorithms = ALGORITHMS, tokenType, clockToleranceSeconds = 5 } = options;
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp'],
      ...(tokenType !== undefined && { typ: tokenType }),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw invalid('The token has expired');
    if (isRefusal(error)) throw invalid('The token is not valid here');
    // The keys could not be had, which says nothing about the token.
    throw error;
  }
}

/** Whether the error is about the token, and not about getting the keys. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return false;
  return !['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'].includes(error.code);
}

function toAuthInfo(token: string, claims: JWTPayload, { options, resource }: Issuer): AuthInfo {
  const clientId = [claims['client_id'], claims['azp'], claims.sub].find((each) => typeof each === 'string');
  if (clientId === undefined || claims.exp === undefined) throw invalid('The token does not say whose it is');
  return {
    token,
    clientId: String(clientId),
    scopes: [...new Set([...listOf(claims['scope']), ...listOf(claims['scp'])])],
    // Clocks may be apart here, too.
    expiresAt: claims.exp + (options.clockToleranceSeconds ?? 5),
    resource,
    extra: { ...claims },
  };
}

/** Scopes as RFC 8693 writes them, or as a list. */
function listOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(' ').filter((each) => each !== '');
  return Array.isArray(claim) ? claim.filter((each) => typeof each === 'string') : [];
}

function invalid(message: string): OAuthError {
  return new OAuthError(OAuthErrorCode.InvalidToken, message);
}
