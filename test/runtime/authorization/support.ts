import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authorizedTransport } from '../../../src/runtime/authorized-transport.js';
import { type ContractClient, createContractClient } from '../../../src/runtime/client.js';
import type { ToolDescriptor } from '../../../src/runtime/descriptor.js';
import { serveHttp } from '../../../src/runtime/http.js';
import { type JwtOptions, jwtVerifier } from '../../../src/runtime/jwt-verifier.js';
import { type Authorize, authorizationCode, type ClientAuth } from '../../../src/runtime/oauth.js';
import { type AuthorizationOptions, protectResource } from '../../../src/runtime/protected-resource.js';
import { type ContractServer, createContractServer } from '../../../src/runtime/server.js';
import { TestAuthorizationServer } from '../../support/authorization-server.js';

const noInput = { type: 'object', additionalProperties: false };
const tools = {
  whoami: { name: 'whoami', description: 'Says who calls.', inputSchema: noInput },
  ship: { name: 'ship', description: 'Ships.', inputSchema: noInput, scopes: ['orders:read', 'orders:write'] },
} satisfies Record<string, ToolDescriptor>;

export interface Tools {
  readonly whoami: (input: object) => Promise<{ readonly text: string }>;
  readonly ship: (input: object) => Promise<{ readonly text: string }>;
}

const INFO = { name: 'shop', version: '1.0.0' };

/** Two tools: one that says who calls, and one that needs a scope more. */
export function shop(): ContractServer {
  return createContractServer({
    info: INFO,
    tools: Object.values(tools),
    isProtected: true,
    handlers: {
      tools: {
        whoami: (_input: unknown, ctx: { principal?: { clientId: string; extra: { sub?: unknown } } }) =>
          `${ctx.principal?.extra.sub} through ${ctx.principal?.clientId}`,
        ship: () => 'shipped',
      },
    },
    options: { services: undefined },
  });
}

export interface Deployment extends AsyncDisposable {
  readonly url: string;
  readonly authorization: TestAuthorizationServer;
}

/** The server on a port of this machine, which takes tokens of an authorization server on another one. */
export async function deploy(
  jwt: Partial<JwtOptions> = {},
  more: Partial<AuthorizationOptions> = {},
): Promise<Deployment> {
  const authorization = await TestAuthorizationServer.start();
  const port = await freePort();
  const resource = `http://127.0.0.1:${port}/mcp`;
  const verifier = jwtVerifier({ issuer: authorization.issuer, audience: resource, ...jwt });
  const definition = {
    authorizationServers: [authorization.issuer],
    scopes: ['orders:read', 'orders:write'],
    required: ['orders:read'],
    resourceName: 'Shop',
  };
  const served = await serveHttp(shop(), {
    port,
    handleSignals: false,
    ...protectResource(definition, { resource, verifier, ...more }),
  });
  return {
    url: served.url,
    authorization,
    [Symbol.asyncDispose]: async () => {
      await served.close();
      await authorization[Symbol.asyncDispose]();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** A user with a browser that is sent straight back. */
export const browser: Authorize = async (url) => {
  const response = await fetch(url, { redirect: 'manual' });
  return new URL(response.headers.get('location') ?? '');
};

export function asUser(authorize: Authorize = browser): ClientAuth {
  return authorizationCode({ redirectUrl: 'http://127.0.0.1:1/callback', authorize });
}

export async function connect(
  url: string,
  auth: ClientAuth,
  era: 'modern' | 'legacy' = 'modern',
): Promise<ContractClient<Tools>> {
  return createContractClient<Tools>({ info: INFO, tools }, await authorizedTransport(url, { auth }), { era });
}

/** One call without a client: the status, what the server wants, and the answer. */
export async function call(url: string, tool: string, token?: string) {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const params = { name: tool, arguments: {}, _meta: meta };
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call',
      'mcp-name': tool,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
  });
  return {
    status: response.status,
    challenge: response.headers.get('www-authenticate') ?? '',
    text: await response.text(),
  };
}
