import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFolders } from '../runtime/support/child.js';
import { connectClient } from './everything-client.js';
import { type Running, serve } from './everything-servers.js';
import { STEPS } from './everything-steps.js';
import { hold, tableOf } from './page.js';
import { CLIENTS, type ClientEras, commonEra, TRANSPORTS, type TransportName } from './servers.js';

// The generated server of test/conformance/server and its generated client go through all that MCP offers, over every transport.

const SERVED = ['modern', 'dual'] as const;
type ServedEras = (typeof SERVED)[number];
type Era = 'modern' | 'legacy';

/** A step that waits for something which never comes has failed. */
const PATIENCE_MS = 10_000;
const NOTHING_IN_COMMON = '(no era in common)';
const NO_SERVER = '(no such server)';

const PROJECT = 'test/conformance/server';
let compiled: Awaited<ReturnType<typeof compileFolders>>;
beforeAll(async () => {
  compiled = await compileFolders([`${PROJECT}/generated`, `${PROJECT}/src`], `${PROJECT}/src/main.ts`);
});
afterAll(() => compiled.remove());

interface Row {
  readonly cells: readonly string[];
  readonly wanted: readonly string[];
  readonly failures: readonly string[];
}

function stepsOf(era: Era) {
  return STEPS.filter((step) => step.era === undefined || step.era === era);
}

/** The steps that one era alone has, or both, in words. */
function footnote(era: Era | undefined): string {
  return STEPS.filter((step) => step.era === era)
    .map(({ name }) => name)
    .join('; ');
}

/** One after the other: what one client triggers, another one must not take for its own. */
async function rowOf(transport: TransportName, server: ServedEras): Promise<Row> {
  const cells: string[] = [];
  const wanted: string[] = [];
  const failures: string[] = [];
  if (transport === 'HTTP+SSE' && server === 'modern') {
    const none = CLIENTS.map(() => NO_SERVER);
    return { cells: [transport, server, ...none], wanted: [transport, server, ...none], failures };
  }
  const running = await serve(transport, server, compiled.script);
  try {
    for (const client of CLIENTS) {
      const era = commonEra(transport, client, server);
      const count = era === undefined ? 0 : stepsOf(era).length;
      wanted.push(era === undefined ? NOTHING_IN_COMMON : `${count} of ${count}`);
      cells.push(
        await meet(running, client, (step, error) => failures.push(told(transport, server, client, step, error))),
      );
    }
  } finally {
    await running.stop();
  }
  return { cells: [transport, server, ...cells], wanted: [transport, server, ...wanted], failures };
}

function told(transport: TransportName, server: ServedEras, client: ClientEras, step: string, error: unknown): string {
  return `${transport}, ${server} server, ${client} client: ${step}: ${error instanceof Error ? error.message : error}`;
}

/** How many steps pass. */
async function meet(
  { open }: Running,
  eras: ClientEras,
  onFailure: (step: string, error: unknown) => void,
): Promise<string> {
  const transport = open();
  const client = await connectClient(transport, eras).catch(() => undefined);
  if (client === undefined) {
    await transport.close();
    return NOTHING_IN_COMMON;
  }
  try {
    const steps = stepsOf(client.era);
    let passed = 0;
    for (const { name, run } of steps) {
      try {
        await inTime(run(client));
        passed++;
      } catch (error) {
        onFailure(name, error);
      }
    }
    return `${passed} of ${steps.length}`;
  } finally {
    await client.close();
  }
}

async function inTime(work: Promise<void>): Promise<void> {
  const patience = new AbortController();
  const late = setTimeout(PATIENCE_MS, undefined, { signal: patience.signal }).then(() => {
    throw new Error('never came to an end');
  });
  await Promise.race([work, late]).finally(() => patience.abort());
}

test('the generated server and client go through all that MCP offers, over every transport', async () => {
  const pairs = TRANSPORTS.flatMap((transport) => SERVED.map((server) => [transport, server] as const));
  const rows = await Promise.all(pairs.map(([transport, server]) => rowOf(transport, server)));
  const table = [
    tableOf(
      ['transport', 'server', ...CLIENTS.map((client) => `${client} client`)],
      rows.map(({ cells }) => cells),
    ),
    '',
    `- In both: ${footnote(undefined)}.`,
    `- Not in older revisions: ${footnote('modern')}.`,
    `- Not in revision 2026-07-28: ${footnote('legacy')}.`,
  ].join('\n');
  console.log(`\n${table}`);
  expect(rows.flatMap(({ failures }) => failures)).toEqual([]);
  expect(rows.map(({ cells }) => cells)).toEqual(rows.map(({ wanted }) => wanted));
  hold('everything', table);
});
