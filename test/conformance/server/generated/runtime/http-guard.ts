// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type AuthInfo,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse,
  validateHostHeader,
} from '@modelcontextprotocol/server';
import { httpError } from './http-errors.js';
import type { ContractServer } from './server.js';

/** Whose requests are let in. */
export interface GuardOptions {
  /** The path of the MCP endpoint. Anything else is answered with 404. Default: /mcp. */
  readonly path?: string | undefined;
  /** Host names, without port, by which clients may call this server besides those of this machine. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Host names, without scheme and port, of web pages that may call this server besides those of this machine. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * Finds out who calls, or refuses the request. It sees the request without its body, which is only read once the caller is known.
   * What it gives is the `principal` of handlers, and sessions belong to it.
   */
  readonly authenticate?: Authenticate | undefined;
  /** Answers requests for other paths, such as one for the metadata of a protected resource; undefined for those it does not know. */
  readonly elsewhere?: ((head: Request) => Response | undefined | Promise<Response | undefined>) | undefined;
}

export type Authenticate = (head: Request) => AuthInfo | Response | Promise<AuthInfo | Response>;

/** Refused with an answer, or let in, with who calls where somebody finds that out. */
export type Admission = { readonly refused: Response } | { readonly authInfo: AuthInfo | undefined };

/** Throws a `TypeError` when the contract wants to know who calls, and nobody finds out. */
export function requireCaller(
  { isProtected }: Pick<ContractServer, 'isProtected'>,
  { authenticate }: GuardOptions,
): void {
  if (!isProtected || authenticate !== undefined) return;
  throw new TypeError('the contract wants to know who calls over HTTP: give what `authorize` returns to the options');
}

/**
 * Looks at a request before anything of it is served. `Host` and `Origin` are checked so that a web page cannot reach the server
 * through a name of its own, which is called DNS rebinding (MCP 2026-07-28, transports, "Security & Endpoint").
 */
export function createGuard(
  options: GuardOptions & { readonly paths?: readonly string[] },
): (head: Request) => Promise<Admission> {
  const { path = '/mcp', paths = [path], authenticate, elsewhere } = options;
  const hosts = [...localhostAllowedHostnames(), ...lowerCase(options.allowedHosts)];
  const origins = [...localhostAllowedOrigins(), ...lowerCase(options.allowedOrigins)];
  return async (head) => {
    const url = new URL(head.url);
    // Where a runtime has taken the header apart, its URL tells what it was.
    const named = head.headers.get('host') ?? url.host;
    const host = validateHostHeader(named, hosts);
    if (!host.ok) return { refused: httpError(403, -32000, host.message) };
    // A user before the name is none of a `Host`, and stands in the way of reading it.
    if (named.includes('@')) return { refused: httpError(403, -32000, 'Invalid Host header') };
    const foreign = originValidationResponse(head, origins);
    if (foreign !== undefined) return { refused: foreign };
    if (!paths.includes(url.pathname))
      return { refused: (await elsewhere?.(head)) ?? new Response(null, { status: 404 }) };
    const caller = await authenticate?.(head);
    return caller instanceof Response ? { refused: caller } : { authInfo: caller };
  };
}

/** As the host names of parsed headers are. */
function lowerCase(names: readonly string[] = []): readonly string[] {
  return names.map((name) => name.toLowerCase());
}
