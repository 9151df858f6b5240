import { describe, expect, test, vi } from 'vitest';
import type { ToolContext } from '../../src/runtime/context.js';
import { ToolError, ValidationError } from '../../src/runtime/errors.js';
import type { FailureInfo } from '../../src/runtime/failure.js';
import { ToolFailure, ToolResult } from '../../src/runtime/result.js';
import { CARRIERS, connect } from './support/connect.js';
import { ERAS, OUTPUT_KINDS, outputTool, serverOf } from './support/contract.js';
import { connectRaw } from './support/raw.js';

const TOOLS = OUTPUT_KINDS.map(({ tool }) => tool);
const good = Object.fromEntries(OUTPUT_KINDS.map(({ tool, good }) => [tool.name, () => good]));
const bad = Object.fromEntries(OUTPUT_KINDS.map(({ tool, bad }) => [tool.name, () => bad]));

describe.each(ERAS)('in the %s era', (era) => {
  test.each(CARRIERS)('every kind of output root arrives as the handler returned it, over %s', async (carrier) => {
    await using connection = await connect(serverOf(TOOLS, good), TOOLS, era, carrier);
    expect(connection.client.era).toBe(era);
    for (const { tool, good } of OUTPUT_KINDS) expect(await connection.call(tool.name), tool.name).toEqual(good);
  });

  test('an output that breaks the contract is reported to the server and hidden from the client', async () => {
    const reports: string[] = [];
    const onError = (error: unknown, { tool, stage }: FailureInfo) => {
      reports.push(`${tool} ${stage} ${error instanceof Error ? error.message.split('\n')[0] : ''}`);
    };
    await using connection = await connect(serverOf(TOOLS, bad, { onError }), TOOLS, era);
    for (const { tool } of OUTPUT_KINDS) {
      await expect(connection.call(tool.name), tool.name).rejects.toThrow(
        /^The tool failed \(reference [0-9a-f]{8}\)\.$/,
      );
      expect(reports.at(-1)).toMatch(new RegExp(`^${tool.name} output the (output does not|tool has an outputSchema)`));
    }
  });

  test('structured content comes with its JSON as a text block', async () => {
    const raw = await connectRaw(serverOf(TOOLS, good), era);
    for (const { tool, good } of OUTPUT_KINDS) {
      const { result } = (await raw.request('tools/call', { name: tool.name, arguments: {} })) as {
        result: { content: { type: string; text: string }[] };
      };
      expect(
        result.content.map(({ type }) => type),
        tool.name,
      ).toEqual(['text']);
      expect(JSON.parse(result.content[0]?.text ?? ''), tool.name).toEqual(good);
    }
    await raw.close();
  });

  test('a tool without an output schema answers with text, content blocks or nothing', async () => {
    const names = ['text', 'blocks', 'nothing', 'structured', 'wrong', 'malformed'];
    const tools = names.map((name) => ({ name, inputSchema: { type: 'object' } }));
    const handlers = {
      text: () => 'hello',
      blocks: () => [
        { type: 'text', text: 'one' },
        { type: 'image', data: 'AAAA', mimeType: 'image/png' },
        { type: 'text', text: 'two' },
      ],
      nothing: async () => undefined,
      structured: (_input: unknown, ctx: ToolContext) => ctx.result({ structuredContent: { a: 1 } }),
      wrong: () => ({ content: [] }),
      malformed: () => [{ type: 'text' }],
    };
    await using connection = await connect(serverOf(tools, handlers), tools, era);
    expect(await connection.call('text')).toEqual({ content: [{ type: 'text', text: 'hello' }], text: 'hello' });
    expect(await connection.call('blocks')).toMatchObject({ content: { length: 3 }, text: 'one\ntwo' });
    expect(await connection.call('nothing')).toEqual({ content: [], text: '' });
    expect(await connection.call('structured')).toMatchObject({ structuredContent: { a: 1 }, text: '{"a":1}' });
    await expect(connection.call('wrong')).rejects.toThrow('The tool failed');
    await expect(connection.call('malformed')).rejects.toThrow('The tool failed');
  });

  test('ctx.result says in full what goes on the wire', async () => {
    const tool = outputTool('full', { type: 'array', items: { type: 'integer' } });
    const handlers = {
      full: (_input: unknown, ctx: ToolContext) =>
        ctx.result({
          content: [{ type: 'text', text: 'three numbers' }],
          structuredContent: [1, 2, 3],
          _meta: { 'org.example/cost': 3 },
        }),
    };
    const server = serverOf([tool], handlers);
    const raw = await connectRaw(server, era);
    const { result } = await raw.request('tools/call', { name: 'full', arguments: {} });
    expect(result).toMatchObject({
      content: [{ type: 'text', text: 'three numbers' }],
      structuredContent: era === 'modern' ? [1, 2, 3] : { result: [1, 2, 3] },
      _meta: { 'org.example/cost': 3 },
    });
    await raw.close();
    await using connection = await connect(server, [tool], era);
    expect(await connection.call('full')).toEqual([1, 2, 3]);
  });

  test('ctx.result is checked against the contract, unless it is an error', async () => {
    const tools = ['wrong', 'error'].map((name) => outputTool(name, { type: 'string' }));
    const handlers = {
      wrong: (_input: unknown, ctx: ToolContext) => ctx.result({ structuredContent: 1 }),
      error: (_input: unknown, ctx: ToolContext) =>
        ctx.result({ isError: true, content: [{ type: 'text', text: 'sold out' }], structuredContent: { left: 0 } }),
    };
    await using connection = await connect(serverOf(tools, handlers), tools, era);
    await expect(connection.call('wrong')).rejects.toThrow('The tool failed');
    const error = await connection.call('error').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ToolError);
    expect(error).toMatchObject({ tool: 'error', message: 'sold out', structuredContent: { left: 0 } });
  });

  test('business errors show their message; everything else leaks neither message nor stack nor path', async () => {
    const names = ['business', 'failure', 'stub', 'crash', 'throws_text'];
    const tools = names.map((name) => outputTool(name, { type: 'string' }));
    const handlers = {
      business: (_input: unknown, ctx: ToolContext) => ctx.error('no such ticket'),
      failure: () => {
        throw new ToolFailure('the desk is closed');
      },
      stub: (_input: unknown, ctx: ToolContext) => ctx.notImplemented(),
      crash: async () => {
        throw new Error('password=hunter2 in /srv/secret/file.ts');
      },
      throws_text: () => {
        throw 'hunter2';
      },
    };
    const reported: unknown[] = [];
    const onError = (error: unknown) => void reported.push(error);
    const raw = await connectRaw(serverOf(tools, handlers, { onError }), era);
    const answers: string[] = [];
    for (const name of names) answers.push(JSON.stringify(await raw.request('tools/call', { name, arguments: {} })));
    await raw.close();
    expect(answers[0]).toContain('no such ticket');
    expect(answers[1]).toContain('the desk is closed');
    expect(answers[2]).toContain('stub is not implemented yet');
    expect(answers.every((answer) => answer.includes('"isError":true'))).toBe(true);
    expect(answers.join()).not.toMatch(/hunter2|secret|\.ts|at async|node_modules/);
    expect(reported).toEqual([new Error('password=hunter2 in /srv/secret/file.ts'), 'hunter2']);
  });

  test('a value that has no JSON form is a failure of the tool, not of the server', async () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    const values = { cycle, bigint: { n: 1n }, fn: () => 1, nan: { n: Number.NaN } };
    const tools = Object.keys(values).map((name) =>
      outputTool(name, { type: 'object', properties: { n: { type: 'number' } } }),
    );
    const handlers = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, () => value]));
    await using connection = await connect(serverOf(tools, handlers), tools, era);
    for (const name of Object.keys(values))
      await expect(connection.call(name), name).rejects.toThrow('The tool failed');
  });

  test('what is checked is what is sent', async () => {
    const tool = outputTool('dated', {
      type: 'object',
      properties: { at: { type: 'string', format: 'date-time' } },
      additionalProperties: false,
    });
    const handlers = { dated: () => ({ at: new Date(0), gone: undefined }) };
    await using connection = await connect(serverOf([tool], handlers), [tool], era);
    expect(await connection.call('dated')).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });
});

test('an onError that fails itself changes nothing for the caller', async () => {
  const written: string[] = [];
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const onError = () => {
    throw new Error('the log is full');
  };
  const tool = outputTool('crash', { type: 'string' });
  const handlers = {
    crash: () => {
      throw new Error('hunter2');
    },
  };
  await using connection = await connect(serverOf([tool], handlers, { onError }), [tool], 'modern');
  await expect(connection.call('crash')).rejects.toThrow(/^The tool failed \(reference [0-9a-f]{8}\)\.$/);
  write.mockRestore();
  expect(written.join('')).toContain('the log is full');
});

test('no object made by somebody else is taken for a ToolResult', () => {
  const real = new ToolResult({ structuredContent: 1 });
  expect(ToolResult.partsOf(real)).toEqual({ structuredContent: 1 });
  for (const fake of [{ ...real }, Object.create(ToolResult.prototype), { content: [] }, null, undefined, 'text']) {
    expect(ToolResult.partsOf(fake)).toBeUndefined();
  }
});

test('an answer of a server that does not keep the contract is a ValidationError that says where', async () => {
  const served = outputTool('ticket', { type: 'object' });
  const compiled = outputTool('ticket', { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] });
  await using connection = await connect(serverOf([served], { ticket: () => ({ id: 'x' }) }), [compiled], 'modern');
  const error = await connection.call('ticket').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ValidationError);
  expect(error).toMatchObject({
    tool: 'ticket',
    side: 'output',
    issues: [{ pointer: '/id', message: 'must be integer' }],
  });
});
