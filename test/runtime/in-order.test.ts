import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { createContractClient } from '../../src/runtime/client.js';
import type { ToolContext } from '../../src/runtime/context.js';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { serveStdio } from '../../src/runtime/stdio.js';
import type { AnyTools } from './support/connect.js';
import { ERAS, INFO, serverOf } from './support/contract.js';

const steps: ToolDescriptor = { name: 'steps', inputSchema: { type: 'object' } };
const handlers = {
  steps: async (_input: unknown, { progress }: ToolContext) => {
    await progress(1);
    await progress(2);
    return 'done';
  },
};

test.each(ERAS)('the %s era: progress that comes in one chunk with the answer is told before it', async (era) => {
  const [near, far] = InMemoryTransport.createLinkedPair();
  const { close } = serveStdio(serverOf([steps], handlers), { transport: far, shutdownTimeoutMs: 1_000 });
  const client = await createContractClient<AnyTools>({ info: INFO, tools: { steps } }, near, { era });
  const deliver = near.onmessage;
  const held: JSONRPCMessage[] = [];
  near.onmessage = (message) => {
    held.push(message);
    if (!('method' in message)) for (const each of held.splice(0)) deliver?.(each);
  };
  const seen: unknown[] = [];
  const errors: unknown[] = [];
  client.raw.onerror = (error) => errors.push(error);
  const answer = await client.tools['steps']?.({}, { onProgress: ({ progress }) => seen.push(progress) });
  seen.push(answer);
  expect(seen).toEqual([1, 2, expect.objectContaining({ text: 'done' })]);
  expect(errors).toEqual([]);
  await client.close();
  await close();
});
