import { InMemoryTransport, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import type { CallOptions } from '../../../src/runtime/call.js';
import { type ClientOptions, type ContractClient, createContractClient } from '../../../src/runtime/client.js';
import type { ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { serveHttp } from '../../../src/runtime/http.js';
import type { ContractServer } from '../../../src/runtime/server.js';
import { serveStdio } from '../../../src/runtime/stdio.js';
import { type Era, INFO, tableOf } from './contract.js';

/** The methods of a client whose tools are only known to the test. */
export type AnyTools = Record<string, (input?: unknown, options?: CallOptions) => Promise<unknown>>;

export interface Connection extends AsyncDisposable {
  readonly client: ContractClient<AnyTools>;
  readonly call: (tool: string, input?: unknown, options?: CallOptions) => Promise<unknown>;
}

/** How a client may reach a server; each serves both eras. */
export const CARRIERS = ['memory', 'http'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** A client of the given tools, connected to the server in one era. */
export async function connect(
  server: ContractServer,
  tools: readonly ToolDescriptor[],
  era: Era,
  carrier: Carrier = 'memory',
  options: ClientOptions = {},
): Promise<Connection> {
  const { transport, stop } = await reach(server, carrier);
  const definition = { info: INFO, tools: tableOf(tools) };
  const client = await createContractClient<AnyTools>(definition, transport, { era, ...options });
  return {
    client,
    call: async (tool, input = {}, callOptions) => client.tools[tool]?.(input, callOptions),
    [Symbol.asyncDispose]: async () => {
      await client.close();
      await stop();
    },
  };
}

export async function reach(
  server: ContractServer,
  carrier: Carrier,
): Promise<{ transport: Transport; stop: () => Promise<void> }> {
  if (carrier === 'http') {
    const handle = await serveHttp(server, { port: 0, handleSignals: false, shutdownTimeoutMs: 1_000 });
    return { transport: new StreamableHTTPClientTransport(new URL(handle.url)), stop: handle.close };
  }
  const [near, far] = InMemoryTransport.createLinkedPair();
  const handle = serveStdio(server, { transport: far, shutdownTimeoutMs: 1_000 });
  return { transport: near, stop: handle.close };
}
