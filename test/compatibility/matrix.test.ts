import { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ClientOptions, createContractClient } from '../../src/runtime/client.js';
import { compileFixture } from '../runtime/support/child.js';
import type { AnyTools } from '../runtime/support/connect.js';
import { hold, tableOf } from './page.js';
import {
  CLIENTS,
  type ClientEras,
  commonEra,
  INFO,
  type Reachable,
  SERVERS,
  type ServerEras,
  start,
  TOOL,
  TRANSPORTS,
  type TransportName,
} from './servers.js';

// The compatibility matrix of MCP 2026-07-28, basic/versioning, and every older revision, over every transport.

const MODERN = '2026-07-28';
const NEWEST_LEGACY = '2025-11-25';
const REVISIONS = [NEWEST_LEGACY, '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'] as const;

/** There is no server of revision 2026-07-28 on the deprecated transport. */
const NO_SERVER = '(no such server)';
const FAILS = 'fails';
/** Fails, and the error names the revision that the server speaks. */
const REFUSED = `refused, naming ${MODERN}`;

let fixture: Awaited<ReturnType<typeof compileFixture>>;
beforeAll(async () => {
  fixture = await compileFixture('matrix-server');
});
afterAll(() => fixture.remove());

/** What comes of it when such a client meets such a server. */
function expectedOf(transport: TransportName, client: ClientEras, server: ServerEras): string {
  if (transport === 'HTTP+SSE' && server === 'modern') return NO_SERVER;
  const era = commonEra(transport, client, server);
  if (era !== undefined) return era === 'modern' ? MODERN : NEWEST_LEGACY;
  return client === 'legacy' ? REFUSED : FAILS;
}

function expectedFor(transport: TransportName, server: ServerEras, revision: string): string {
  if (server !== 'modern') return revision;
  return transport === 'HTTP+SSE' ? NO_SERVER : REFUSED;
}

/** Starts a server and lets a client list and call: the revision that both speak, or how it fails. */
async function meet(
  transport: TransportName,
  server: ServerEras,
  isLegacy: boolean,
  call: (reachable: Reachable) => Promise<string>,
): Promise<string> {
  const reachable = await start(transport, server, fixture.script);
  if (reachable === undefined) return NO_SERVER;
  try {
    return await call(reachable);
  } catch (error) {
    return isLegacy && String(error).includes(MODERN) ? REFUSED : FAILS;
  } finally {
    await reachable.stop();
  }
}

/** A client as mcpgen makes it. */
async function callWithOurs({ transport }: Reachable, eras: ClientEras): Promise<string> {
  const era: ClientOptions['era'] = eras === 'dual' ? 'auto' : eras;
  const client = await createContractClient<AnyTools>({ info: INFO, tools: { hello: TOOL } }, transport, { era });
  try {
    expect((await client.raw.listTools()).tools.map(({ name }) => name)).toEqual(['hello']);
    expect(await client.tools['hello']?.({})).toMatchObject({ text: 'hello' });
    return client.raw.getNegotiatedProtocolVersion() ?? '';
  } finally {
    await client.close();
  }
}

/** A client that knows one older revision and nothing else. */
async function callWith({ transport }: Reachable, revision: string): Promise<string> {
  const client = new Client(INFO, { supportedProtocolVersions: [revision] });
  try {
    await client.connect(transport);
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['hello']);
    expect(await client.callTool({ name: 'hello', arguments: {} })).toMatchObject({ content: [{ text: 'hello' }] });
    return client.getNegotiatedProtocolVersion() ?? '';
  } finally {
    await client.close();
  }
}

test('clients and servers of all eras meet over all transports as the specification says', async () => {
  const rows: string[][] = [];
  const wanted: string[][] = [];
  for (const transport of TRANSPORTS) {
    for (const server of SERVERS) {
      const row: string[] = [];
      for (const client of CLIENTS)
        row.push(await meet(transport, server, client === 'legacy', (way) => callWithOurs(way, client)));
      rows.push([transport, server, ...row]);
      wanted.push([transport, server, ...CLIENTS.map((client) => expectedOf(transport, client, server))]);
    }
  }
  const table = tableOf(['transport', 'server', ...CLIENTS.map((client) => `${client} client`)], rows);
  console.log(`\n${table}`);
  expect(rows).toEqual(wanted);
  hold('eras', table);
});

test('every older revision is negotiated, listed and called over all transports', async () => {
  const rows: string[][] = [];
  const wanted: string[][] = [];
  for (const transport of TRANSPORTS) {
    for (const server of SERVERS) {
      const row: string[] = [];
      for (const revision of REVISIONS) row.push(await meet(transport, server, true, (way) => callWith(way, revision)));
      rows.push([transport, server, ...row]);
      wanted.push([transport, server, ...REVISIONS.map((revision) => expectedFor(transport, server, revision))]);
    }
  }
  const table = tableOf(['transport', 'server', ...REVISIONS], rows);
  console.log(`\n${table}`);
  expect(rows).toEqual(wanted);
  hold('revisions', table);
});
