import type { Server, ServerContext } from '@modelcontextprotocol/server';

/** What of the SDK's server is used here. */
interface Answering {
  setRequestHandler(method: string, answer: unknown): void;
}

/**
 * Sets what answers a method's requests: the SDK's `setRequestHandler`, with the types of the request and of its result by their names.
 * To find them by the method, a compiler works out those of all methods first, which takes it longer than any other part of the runtime.
 */
export function onRequest<Request extends { method: string }, Result>(
  server: Server,
  method: Request['method'],
  answer: (request: Request, ctx: ServerContext) => Result | Promise<Result>,
): void {
  const answering = server as unknown as Answering;
  answering.setRequestHandler(method, answer);
}
