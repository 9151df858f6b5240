import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compileFolders } from '../runtime/support/child.js';
import { connectClient } from './everything-client.js';
import { type Running, serve } from './everything-servers.js';
import { STEPS, type Step } from './everything-steps.js';
import { hold, tableOf } from './page.js';
import {
  CLIENTS,
  type ClientEras,
  commonEra,
  SERVERS,
  type ServerEras,
  TRANSPORTS,
  type TransportName,
} from './servers.js';

// The generated server of test/conformance/server and its generated client go through all that MCP offers, over every transport.

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

function stepsOf(era: Era, server: ServerEras): readonly Step[] {
  return STEPS.filter((step) => (step.era ?? era) === era && !(step.isOurs && server === 'legacy'));
}

/** Some of the steps in words. */
function named(choose: (step: Step) => boolean): string {
  return STEPS.filter(choose)
    .map(({ name }) => name)
    .join('; ');
}

/** One after the other: what one client triggers, another one must not take for its own. */
async function rowOf(transport: TransportName, server: ServerEras): Promise<Row> {
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
      const count = era === undefined ? 0 : stepsOf(era, server).length;
      wanted.push(era === undefined ? NOTHING_IN_COMMON : `${count} of ${count}`);
      cells.push(
        await meet(running, server, client, (step, error) =>
          failures.push(told(transport, server, client, step, error)),
        ),
      );
    }
  } finally {
    await running.stop();
  }
  return { cells: [transport, server, ...cells], wanted: [transport, server, ...wanted], failures };
}

function told(transport: TransportName, server: ServerEras, client: ClientEras, step: string, error: unknown): string {
  return `${transport}, ${server} server, ${client} client: ${step}: ${error instanceof Error ? error.message : error}`;
}

/** How many steps pass. */
async function meet(
  { open }: Running,
  server: ServerEras,
  eras: ClientEras,
  onFailure: (step: string, error: unknown) => void,
): Promise<string> {
  const transport = await open();
  const client = await connectClient(transport, eras).catch(() => undefined);
  if (client === undefined) {
    await transport.close();
    return NOTHING_IN_COMMON;
  }
  try {
    const steps = stepsOf(client.era, server);
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
  const pairs = TRANSPORTS.flatMap((transport) => SERVERS.map((server) => [transport, server] as const));
  const rows = await Promise.all(pairs.map(([transport, server]) => rowOf(transport, server)));
  const table = [
    tableOf(
      ['transport', 'server', ...CLIENTS.map((client) => `${client} client`)],
      rows.map(({ cells }) => cells),
    ),
    '',
    `- In both eras: ${named(({ era }) => era === undefined)}.`,
    `- Not in older revisions: ${named(({ era }) => era === 'modern')}.`,
    `- Not in revision 2026-07-28: ${named(({ era }) => era === 'legacy')}.`,
    `- Not on a legacy server: ${named(({ isOurs }) => isOurs === true)}.`,
  ].join('\n');
  console.log(`\n${table}`);
  expect(rows.flatMap(({ failures }) => failures)).toEqual([]);
  expect(rows.map(({ cells }) => cells)).toEqual(rows.map(({ wanted }) => wanted));
  hold('everything', table);
});
