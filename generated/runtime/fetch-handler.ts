// Copied by mcpgen from its tested runtime. Do not edit.

import { createEndpoint, type EndpointOptions } from './endpoint.js';
import { logLine } from './failure.js';
import { httpError } from './http-errors.js';
import { createGuard, type GuardOptions, requireCaller } from './http-guard.js';
import type { ContractServer } from './server.js';

/** How a server is served in a runtime that has its own HTTP server. */
export type FetchOptions = EndpointOptions & GuardOptions;

/** A server as runtimes for web standards take one: `export default createFetchHandler(server)`. */
export interface FetchHandler {
  /** Answers one request. May be taken out of the object; never rejects. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** Ends subscriptions, sessions, and what is still being answered. */
  readonly close: () => Promise<void>;
}

/**
 * Serves any number of clients through `fetch` alone: for Cloudflare Workers, Deno, Bun, and frameworks that pass on `Request`. Makes
 * the checks that `serveHttp` makes, so `allowedHosts` has to name the hosts by which the server is called.
 *
 * Throws a `TypeError` when the contract wants to know who calls, and nobody finds out.
 *
 * Older clients are served without sessions unless `sessions` says otherwise: many of these runtimes answer each request somewhere else.
 */
export function createFetchHandler(server: ContractServer, options: FetchOptions = {}): FetchHandler {
  requireCaller(server, options);
  const endpoint = createEndpoint(server, { ...options, sessions: options.sessions ?? false });
  const admit = createGuard(options);
  return {
    fetch: async (request) => {
      try {
        const admission = await admit(request);
        if ('refused' in admission) return admission.refused;
        return await endpoint.answer(request, admission.authInfo);
      } catch (error) {
        logLine(server.info.name, error);
        return httpError(500, -32603, 'Internal server error');
      }
    },
    close: endpoint.close,
  };
}
