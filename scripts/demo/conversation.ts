// Copied into the demo's project and compiled with it: `node dist/src/conversation.js <url of the HTTP server>`.
import assert from 'node:assert/strict';
import { StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { type ContractClient, createClient, type FindBooksInput, type Tools } from '../generated/client/index.js';

const [url = ''] = process.argv.slice(2);

const transports: readonly (readonly [string, () => Transport])[] = [
  ['stdio', () => new StdioClientTransport({ command: process.execPath, args: ['dist/src/main.js'] })],
  ['HTTP', () => new StreamableHTTPClientTransport(new URL(url))],
];

/** The first conversation is printed; the others have to be the same, word for word. */
let first: readonly string[] | undefined;

for (const [name, connect] of transports) {
  for (const era of ['modern', 'legacy'] as const) {
    const client = await createClient(connect(), { era });
    assert.equal(client.era, era);
    console.log(`\n${name}, ${era} (protocol ${client.raw.getNegotiatedProtocolVersion()})`);
    const lines = await converse(client, first === undefined ? console.log : () => undefined);
    await client.close();
    if (first !== undefined) {
      assert.deepEqual(lines, first);
      console.log('  the same calls, the same answers');
    }
    first ??= lines;
  }
}

/** What it expects is asserted, so that the demo cannot show a failure as a success. */
async function converse(client: ContractClient<Tools>, print: (line: string) => void): Promise<string[]> {
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
    print(line);
  };
  const find = async (input: FindBooksInput) => {
    say(`  → find_books ${JSON.stringify(input)}`);
    try {
      const output = await client.tools.findBooks(input);
      say(`  ← ${JSON.stringify(output)}`);
      return output;
    } catch (error) {
      say(`  ✗ ${indented(error instanceof Error ? `${error.name}: ${error.message}` : String(error))}`);
      throw error;
    }
  };

  const one = await find({ query: 'woolf', limit: 1 });
  assert.deepEqual([one.books.length, one.total], [1, 2]);
  const available = await find({ query: 'woolf', onlyAvailable: true });
  assert.deepEqual(
    available.books.map((book) => book.title),
    ['To the Lighthouse'],
  );
  // The contract says `minLength: 1`: the client knows it and sends nothing.
  await assert.rejects(find({ query: '' }), { name: 'ValidationError' });
  const difference = await client.verifyContract();
  assert.ok(difference.matches, JSON.stringify(difference));
  say('  = the server lists exactly the tools of the compiled contract');
  return lines;
}

function indented(text: string): string {
  return text.replaceAll('\n', '\n    ');
}
