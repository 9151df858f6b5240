// Copied into the demo's project and compiled with it: `node dist/src/conversation.js <url of the HTTP server>`.
import assert from 'node:assert/strict';
import { StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createClient } from '../generated/client/index.js';

const [url = ''] = process.argv.slice(2);

const transports: readonly (readonly [string, () => Transport])[] = [
  ['stdio', () => new StdioClientTransport({ command: process.execPath, args: ['dist/src/main.js'] })],
  ['HTTP', () => new StreamableHTTPClientTransport(new URL(url))],
];

for (const [name, connect] of transports) {
  for (const era of ['modern', 'legacy'] as const) await converse(name, connect(), era);
}

/** One client's conversation with the server. What it expects is asserted, so that the demo cannot show a failure as a success. */
async function converse(name: string, transport: Transport, era: 'modern' | 'legacy'): Promise<void> {
  const client = await createClient(transport, { era });
  assert.equal(client.era, era);
  console.log(`\n${name}, ${era} (protocol ${client.raw.getNegotiatedProtocolVersion()})`);

  const first = await show({ query: 'woolf', limit: 1 }, client.tools.findBooks);
  assert.deepEqual([first.books.length, first.total], [1, 2]);

  const available = await show({ query: 'woolf', onlyAvailable: true }, client.tools.findBooks);
  assert.deepEqual(
    available.books.map((book) => book.title),
    ['To the Lighthouse'],
  );

  // The contract says `minLength: 1`: the client knows it and sends nothing.
  await assert.rejects(show({ query: '' }, client.tools.findBooks), { name: 'ValidationError' });

  const difference = await client.verifyContract();
  assert.ok(difference.matches, JSON.stringify(difference));
  console.log('  = the server lists exactly the tools of the compiled contract');
  await client.close();
}

async function show<Input, Output>(input: Input, call: (input: Input) => Promise<Output>): Promise<Output> {
  console.log(`  → find_books ${JSON.stringify(input)}`);
  try {
    const output = await call(input);
    console.log(`  ← ${JSON.stringify(output)}`);
    return output;
  } catch (error) {
    console.log(`  ✗ ${indented(error instanceof Error ? `${error.name}: ${error.message}` : String(error))}`);
    throw error;
  }
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
