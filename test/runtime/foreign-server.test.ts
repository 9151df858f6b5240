import { InMemoryTransport, type JSONRPCMessage } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { type ClientOptions, createContractClient } from '../../src/runtime/client.js';
import { ProtocolError, ValidationError } from '../../src/runtime/errors.js';
import type { AnyTools } from './support/connect.js';
import { INFO, outputTool } from './support/contract.js';

/*
 * Servers of protocol revision 2025-11-25 that were not made with this SDK, answered by hand: they know nothing of wrapping.
 */

const UNION = { anyOf: [{ type: 'object', required: ['a'] }, { type: 'string' }] };
const OBJECTS = {
  anyOf: [
    { type: 'object', required: ['a'] },
    { type: 'object', required: ['b'] },
  ],
};
const TICKET = { type: 'object', properties: { result: { type: 'object' } }, required: ['result'] };

/** Calls a tool with this output schema at a server that answers with this. */
async function callForeign(
  outputSchema: Record<string, unknown>,
  answer: object,
  options: ClientOptions = {},
): Promise<unknown> {
  const [near, far] = InMemoryTransport.createLinkedPair();
  far.onmessage = (message) => {
    if (!('method' in message) || !('id' in message)) return;
    const replies: Record<string, object> = {
      initialize: { result: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: INFO } },
      'tools/call': answer,
    };
    const reply = replies[message.method] ?? { error: { code: -32601, message: 'Method not found' } };
    void far.send({ jsonrpc: '2.0', id: message.id, ...reply } as JSONRPCMessage);
  };
  await far.start();
  const definition = { info: INFO, tools: { call: outputTool('call', outputSchema) } };
  const client = await createContractClient<AnyTools>(definition, near, options);
  expect(client.era).toBe('legacy');
  try {
    return await client.tools['call']?.({});
  } finally {
    await client.close();
  }
}

const structured = (structuredContent: unknown) => ({ result: { content: [], structuredContent } });

test.each([
  ['an object, as ever', TICKET, { result: { a: 1 } }, { result: { a: 1 } }],
  ['a union, wrapped as the SDK does', UNION, { result: { a: 1 } }, { a: 1 }],
  ['a union, not wrapped', UNION, { a: 1 }, { a: 1 }],
  ['a union of objects, not wrapped as the SDK does', OBJECTS, { a: 1 }, { a: 1 }],
  ['a union of objects, wrapped', OBJECTS, { result: { b: 1 } }, { b: 1 }],
  ['an array, wrapped', { type: 'array' }, { result: [1] }, [1]],
])('%s', async (_name, schema, wire, expected) => {
  expect(await callForeign(schema, structured(wire))).toEqual(expected);
});

test('an answer that matches in no reading is a ValidationError of the likeliest one', async () => {
  const schema = { type: 'array', items: { type: 'integer' } };
  const error = await callForeign(schema, structured({ result: [1, 'x'] })).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({ issues: [{ pointer: '/1', message: 'must be integer' }] });
});

test('an answer without structured content is a ValidationError', async () => {
  const text = { result: { content: [{ type: 'text', text: '{"result":{}}' }] } };
  await expect(callForeign(TICKET, text)).rejects.toMatchObject({ side: 'output', issues: [{ pointer: '' }] });
});

test('checking answers can be switched off', async () => {
  const value = { result: 'not an object' };
  expect(await callForeign(TICKET, structured(value), { validateOutput: false })).toEqual(value);
});

test('a JSON-RPC error keeps its code, message and data', async () => {
  const error = await callForeign(TICKET, { error: { code: 4711, message: 'no quota', data: { left: 0 } } }).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ProtocolError);
  expect(error).toMatchObject({ tool: 'call', code: 4711, message: 'no quota', data: { left: 0 } });
});
