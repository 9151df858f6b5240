import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient, ToolError } from '../../generated/client/index.js';
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

  test('a desk on stdio asks the user, waits for a task, and asks nobody who cannot answer', async () => {
    const connect = (options: Parameters<typeof createClient>[1] = {}) => {
      const transport = new StdioClientTransport({
        command: process.execPath,
        args: [example.main],
        env: { DESK_ARTICLES },
      });
      return createClient(transport, { era, ...options });
    };
    const messages: string[] = [];
    const client = await connect({
      answers: {
        tools: {
          eraseCustomer: {
            confirm_erasure: ({ message }) => {
              messages.push(message);
              return { action: 'accept', content: { extent: 'everything' } };
            },
          },
          closeIdleTickets: {
            choose_ending: ({ message }) => {
              messages.push(message);
              return { action: 'accept', content: { resolution: 'declined', note: 'Good bye.' } };
            },
          },
        },
      },
    });
    expect(await client.tools.eraseCustomer({ customerId: 'CUS-2' })).toMatchObject({ outcome: 'erased', tickets: 1 });
    expect((await client.tools.getTicket({ id: 'TCK-1002' })).customer.name).toBe('(erased)');
    expect(await client.tools.closeIdleTickets({ days: 1 })).toEqual({ closed: ['TCK-1001'], answered: [] });
    expect(messages).toEqual([
      'Erase Milo Ortiz <milo@ortiz.example> (CUS-2)? Tickets: 1, comments: 0. It cannot be undone.',
      'Waiting for a day or longer: TCK-1001. Close them?',
    ]);
    await client.close();

    const mute = await connect();
    expect(await mute.tools.eraseCustomer({ customerId: 'CUS-2' })).toMatchObject({ outcome: 'handed_over' });
    const refused = await mute.tools.closeIdleTickets({ days: 1 }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ToolError);
    expect((await mute.tools.getTicket({ id: 'TCK-1001' })).ticket.status).toBe('pending');
    await mute.close();
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

test('a desk that cannot start says all that is missing, and for what', async () => {
  const DESK_DATA = join(example.folder, 'diary.json');
  await writeFile(DESK_DATA, '{"format":"diary"}');
  for (const args of [[example.main], [example.main, '--http']]) {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, DESK_DATA, DESK_ARTICLES: join(example.folder, 'nowhere') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, printed] = [text(child.stderr), text(child.stdout)];
    expect(await once(child, 'exit')).toEqual([1, null]);
    const [head, articles, store, ...rest] = (await said).split('\n');
    expect(head).toBe('The server cannot start. Missing:');
    expect(articles).toMatch(
      /^- service help_articles, for read_article, .*: ENOENT: .* \(The folder of the help articles\.\)$/,
    );
    expect(store).toMatch(
      /^- service ticket_store, for add_comment, .*diary\.json is no file of a support desk \(Holds .*\)$/,
    );
    expect(rest).toEqual(['']);
    expect(await printed).toBe('');
  }
});

test('the test that the build has created passes with the handlers of the desk', async () => {
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', 'examples.test.js'], {
    cwd: join(example.folder, 'examples/support-desk'),
    // Otherwise a runner of tests that starts another one is taken for its parent.
    env: { ...process.env, DESK_ARTICLES, NODE_TEST_CONTEXT: undefined },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [report, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(code, report).toBe(0);
  expect(report).toContain('get_ticket: Nobody knows the ticket');
  expect(report).toMatch(/^# pass 32$/m);
  expect(report).toMatch(/^# skipped 0$/m);
});
