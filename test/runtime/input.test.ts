import { describe, expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { ToolError, ValidationError } from '../../src/runtime/errors.js';
import { serveHttp } from '../../src/runtime/http.js';
import { CARRIERS, connect } from './support/connect.js';
import { ERAS, serverOf } from './support/contract.js';
import { postCall } from './support/post.js';

const ticket: ToolDescriptor = {
  name: 'create_ticket',
  inputSchema: {
    type: 'object',
    properties: {
      subject: { type: 'string', maxLength: 10 },
      'a/b~c': { type: 'integer' },
      kind: { enum: ['bug', 'question'] },
      tags: { type: 'array', items: { type: 'string' }, uniqueItems: true },
    },
    required: ['subject'],
    additionalProperties: false,
  },
};
const tree: ToolDescriptor = {
  name: 'tree',
  inputSchema: { type: 'object', properties: { child: { $ref: '#' } } },
};
const list: ToolDescriptor = {
  name: 'list',
  inputSchema: { type: 'object', properties: { items: { type: 'array', items: { type: 'string' } } } },
};
const TOOLS = [ticket, tree, list];
const handlers = { create_ticket: () => 'created', tree: () => 'planted', list: () => 'listed' };

describe.each(ERAS)('in the %s era', (era) => {
  test('wrong input never leaves the client, and says where it is wrong', async () => {
    await using connection = await connect(serverOf(TOOLS, handlers), TOOLS, era);
    const error = await connection
      .call('create_ticket', { subject: 'x', 'a/b~c': 'one' })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ValidationError);
    expect(error).toMatchObject({ side: 'input', issues: [{ pointer: '/a~1b~0c', message: 'must be integer' }] });
  });

  test('the server checks for itself, and tells the model what to do', async () => {
    await using connection = await connect(serverOf(TOOLS, handlers), TOOLS, era, 'memory', { validateInput: false });
    const refused = async (input: unknown) => {
      const error = await connection.call('create_ticket', input).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ToolError);
      return (error as ToolError).text;
    };
    const answer = (line: string) => `Invalid arguments for create_ticket:\n- ${line}`;
    expect(await refused({})).toBe(answer("(the whole value): must have required property 'subject'"));
    expect(await refused({ subject: 'x', 'a/b~c': '1' })).toBe(answer('/a~1b~0c: must be integer'));
    expect(await refused({ subject: 'x', kind: 'joke' })).toBe(answer('/kind: must be one of "bug", "question"'));
    expect(await refused({ subject: 'x', extra: 1 })).toBe(
      answer('(the whole value): must not have the property "extra"'),
    );
    expect(await refused({ subject: 'x', tags: ['a', 'a'] })).toBe(answer('/tags: must not have the same item twice'));
    expect(await refused({ subject: 'x', ['k'.repeat(1_000_000)]: 1 })).toHaveLength(258);
  });

  test.each(CARRIERS)('500,000 wrong items get a short answer, over %s', async (carrier) => {
    await using connection = await connect(serverOf(TOOLS, handlers), TOOLS, era, carrier, { validateInput: false });
    const error = await connection.call('list', { items: Array(500_000).fill(1) }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      text: 'Invalid arguments for list:\n- (the whole value): holds more than 10000 values',
    });
  });

  test('the number of values can be raised, and answers stay short', async () => {
    const server = serverOf(TOOLS, handlers, { maxToolInputElements: 1_000_000 });
    await using connection = await connect(server, TOOLS, era, 'memory', { validateInput: false });
    const error = await connection.call('list', { items: Array(500_000).fill(1) }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ text: 'Invalid arguments for list:\n- /items/0: must be string' });
    expect(await connection.call('list', { items: Array(500_000).fill('') })).toMatchObject({ text: 'listed' });
  });

  test('a value nested too deeply for a recursive schema is refused, and the server lives on', async () => {
    const server = serverOf(TOOLS, handlers, { maxToolInputElements: Number.POSITIVE_INFINITY });
    const http = await serveHttp(server, { port: 0, handleSignals: false });
    const deep = `${'{"child":'.repeat(100_000)}{}${'}'.repeat(100_000)}`;
    const refusal = await postCall(http.url, era, 'tree', deep);
    expect(await refusal.text()).toContain('(the whole value): is nested too deeply to be checked');
    const answer = await postCall(http.url, era, 'tree', '{"child":{}}');
    expect(await answer.text()).toContain('planted');
    await http.close();
  });
});

test('a tool that is called without arguments gets an empty object', async () => {
  const seen: unknown[] = [];
  const server = serverOf([tree], { tree: (input: unknown) => void seen.push(input) });
  await using connection = await connect(server, [tree], 'modern');
  await connection.client.raw.callTool({ name: 'tree' });
  await connection.call('tree', undefined);
  expect(seen).toEqual([{}, {}]);
});
