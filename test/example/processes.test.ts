import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../generated/client/index.js';
import { compileExample } from './support/compile.js';
import { ERAS } from './support/desk.js';

let example: Awaited<ReturnType<typeof compileExample>>;
beforeAll(async () => {
  example = await compileExample();
});
afterAll(() => example.remove());

const DESK_ARTICLES = resolve('examples/support-desk/articles');

describe.each(ERAS)('%s', (era) => {
  test('a desk on stdio remembers what it was told before', async () => {
    const DESK_DATA = join(example.folder, `${era}.json`);
    const connect = () => {
      const env = { DESK_DATA, DESK_KEY: 'correct horse', DESK_ARTICLES };
      return createClient(new StdioClientTransport({ command: process.execPath, args: [example.main], env }), { era });
    };
    const first = await connect();
    expect((await first.verifyContract()).matches).toBe(true);
    const { id } = await first.tools.createTicket({ customerId: 'CUS-1', subject: 'Hello', body: 'Hello' });
    await first.close();
    const second = await connect();
    expect((await second.tools.getTicket({ id })).customer.name).toBe('Ada Berg');
    await second.close();
  });

  test('a desk on HTTP answers, and ends when it is told to', async () => {
    const child = spawn(process.execPath, [example.main, '--http'], {
      env: { ...process.env, PORT: '0', DESK_ARTICLES },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const exited = once(child, 'exit');
    const [line]: unknown[] = await once(createInterface(child.stderr), 'line');
    const url = String(line).replace('listening on ', '');
    const client = await createClient(new StreamableHTTPClientTransport(new URL(url)), { era });
    expect((await client.verifyContract()).matches).toBe(true);
    const seen: number[] = [];
    await client.tools.reindexArticles({}, { onProgress: ({ progress }) => seen.push(progress) });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(await client.tools.findCustomer({ email: 'nobody@desk.example' })).toBeNull();
    expect(await client.tools.exportTickets({ status: 'open' })).toContain('TCK-1003');
    await client.close();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });
});

test('a desk that cannot read its file says why, and does not start', async () => {
  const DESK_DATA = join(example.folder, 'diary.json');
  await writeFile(DESK_DATA, '{"format":"diary"}');
  const child = spawn(process.execPath, [example.main], {
    env: { ...process.env, DESK_DATA, DESK_ARTICLES },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said = text(child.stderr);
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(await said).toBe(`${DESK_DATA} is no file of a support desk\n`);
});
