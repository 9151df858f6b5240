import type { ContractServer } from '../../../src/runtime/server.js';
import { handlers } from '../../conformance/server/generated/server/handlers.js';
import {
  createServer,
  type HttpHandle,
  type HttpOptions,
  serveHttp,
} from '../../conformance/server/generated/server/index.js';
import { pagedServer } from './paged-server.js';

/** Who calls is what stands in `Authorization`; without it, one and the same stranger. */
const authenticate: HttpOptions['authenticate'] = ({ headers }) => {
  const token = headers.get('authorization') ?? 'stranger';
  return { token, clientId: token, scopes: [] };
};

/** The server that the cases of a topic are sent to. */
export function serveFor(topic: string): Promise<HttpHandle> {
  const quiet = { port: 0, handleSignals: false } as const;
  if (topic === 'http-sessions') return serveHttp(createServer(handlers, { services: {} }), { ...quiet, authenticate });
  // Each case stands alone, and so does each of its requests.
  const server: ContractServer = topic === 'http-pages' ? pagedServer : createServer(handlers, { services: {} });
  return serveHttp(server, { ...quiet, sessions: false });
}
