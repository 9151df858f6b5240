// Copied by mcpgen from its tested runtime. Do not edit.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuthInfo } from '@modelcontextprotocol/server';
import type { EndpointOptions } from './endpoint.js';
import type { GuardOptions } from './http-guard.js';
import type { ContractServer } from './server.js';

/** How a server is served over Streamable HTTP. */
export interface HttpOptions extends EndpointOptions, GuardOptions {
  /** Default: 3000; 0 takes any free port. */
  readonly port?: number | undefined;
  /** The address to listen on. Default: 127.0.0.1, which only this machine reaches. */
  readonly host?: string | undefined;
  /** What is served beside Streamable HTTP, at other paths, behind the same checks. */
  readonly additions?: readonly HttpAddition[] | undefined;
  /** Closes the server when aborted. */
  readonly signal?: AbortSignal | undefined;
  /** Close on SIGINT and SIGTERM. Default: yes. */
  readonly handleSignals?: boolean | undefined;
  /** How long closing waits for calls in flight. Default: 10 seconds. */
  readonly shutdownTimeoutMs?: number | undefined;
  /** How long a client may take to send a request; a slower one gets 408. How long a call takes is not limited. Default: 60 seconds. */
  readonly requestTimeoutMs?: number | undefined;
}

/** Another way to serve a server over HTTP, at paths of its own. */
export interface HttpAddition {
  readonly paths: readonly string[];
  readonly serve: (
    server: ContractServer,
    onerror: (error: unknown) => void,
  ) => {
    readonly answer: (incoming: Incoming) => Promise<void>;
    readonly close: () => Promise<void>;
  };
}

/** A request that has been let in. */
export interface Incoming {
  readonly request: IncomingMessage & { auth?: AuthInfo };
  readonly response: ServerResponse;
  /** The same request, without its body. */
  readonly head: Request;
  readonly authInfo: AuthInfo | undefined;
}

/** A server that is being served. */
export interface HttpHandle {
  /** Where clients connect. */
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets calls in flight finish, and ends the rest. */
  readonly close: () => Promise<void>;
  /** Resolves when the server has closed, for whatever reason. */
  readonly closed: Promise<void>;
}

/**
 * Serves any number of clients of both eras over HTTP. Older clients have sessions, unless `sessions` is false: then each of their
 * requests stands alone, as a modern one does, and they can neither cancel a call nor be asked anything by it.
 *
 * The `Host` and `Origin` of each request are checked; a concrete `host` is allowed of itself. Rejects when the address cannot be
 * listened on, when a handler cannot be loaded, and when the contract wants to know who calls and nobody finds out.
 */
export async function serveHttp(server: ContractServer, options: HttpOptions = {}): Promise<HttpHandle> {
  // Only here: to load it takes a good part of the start of a server that speaks stdio.
  const { listenOverHttp } = await import('./http-server.js');
  return listenOverHttp(server, options);
}
