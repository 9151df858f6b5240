import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, test } from 'vitest';
import type { ToolDescriptor } from '../../src/runtime/descriptor.js';
import { registerContractTools } from '../../src/runtime/register.js';
import { ERAS, INFO, OUTPUT_KINDS, serverOf } from './support/contract.js';
import { connectRaw, type RawConnection } from './support/raw.js';

/** Definitions with everything that a tool may carry, in an order that no sorting would give. */
const TOOLS: readonly ToolDescriptor[] = [
  {
    name: 'zulu',
    title: 'Zulu',
    description: 'First.\nSecond line, with "quotes" and 🙂.',
    inputSchema: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: 'https://example.org/shared',
      type: 'object',
      properties: { n: { type: 'integer', 'x-unit': 'ms', examples: [{ $ref: '#/nowhere' }] } },
      definitions: { unused: true },
      'x-vendor': { deep: [1, null, { a: false }] },
    },
    outputSchema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'https://example.org/shared',
      type: 'object',
    },
    annotations: { title: 'Z', readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    icons: [{ src: 'https://example.org/z.png', mimeType: 'image/png', sizes: ['48x48', 'any'], theme: 'dark' }],
    _meta: { 'org.example/risk': { level: 'low', list: [] } },
  },
  { name: 'alpha', inputSchema: { type: 'object', additionalProperties: false } },
  ...OUTPUT_KINDS.map(({ tool }) => tool),
];
const handlers = Object.fromEntries(TOOLS.map(({ name }) => [name, () => 'x']));

async function list(raw: RawConnection): Promise<Record<string, unknown>[]> {
  const { result } = (await raw.request('tools/list')) as { result: { tools: Record<string, unknown>[] } };
  await raw.close();
  return result.tools;
}

describe.each(ERAS)('in the %s era', (era) => {
  test('definitions are served word for word, in the order of the contract', async () => {
    const served = await list(await connectRaw(serverOf(TOOLS, handlers), era));
    expect(served.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
    for (const [index, { outputSchema, ...rest }] of TOOLS.entries()) {
      const { outputSchema: servedOutput, ...servedRest } = served[index] ?? {};
      expect(servedRest, rest.name).toStrictEqual(rest);
      if (era === 'modern' || outputSchema?.['type'] === 'object') {
        expect(servedOutput, rest.name).toStrictEqual(outputSchema);
      } else if (outputSchema !== undefined) {
        expect(servedOutput, rest.name).toMatchObject({ type: 'object' });
      }
    }
  });

  test('the tools of a contract can be mounted beside those of a server that exists', async () => {
    const build = () => {
      const server = new McpServer(INFO);
      server.registerTool('own', { description: 'Of the author.' }, () => ({
        content: [{ type: 'text', text: 'own' }],
      }));
      registerContractTools(server, TOOLS, { tools: handlers }, { services: undefined });
      return server;
    };
    const mounted = { info: INFO, build };
    const names = (await list(await connectRaw(mounted, era))).map(({ name }) => name);
    expect(names).toEqual(['own', ...TOOLS.map(({ name }) => name)]);
    const raw = await connectRaw(mounted, era);
    expect(await raw.request('tools/call', { name: 'alpha' })).toMatchObject({ result: { content: [{ text: 'x' }] } });
    expect(await raw.request('tools/call', { name: 'alpha', arguments: { no: 1 } })).toMatchObject({
      result: {
        isError: true,
        content: [{ text: 'Invalid arguments for alpha:\n- (the whole value): must not have the property "no"' }],
      },
    });
    await raw.close();
  });
});

test('a missing handler is refused when the server is made', () => {
  expect(() => serverOf(TOOLS, { ...handlers, zulu: undefined })).toThrow('there is no handler for the tool "zulu"');
});

test('instructions and identity are told to both eras', async () => {
  const { createContractServer } = await import('../../src/runtime/server.js');
  const server = createContractServer({
    info: { ...INFO, title: 'Fixture' },
    instructions: 'Ask nicely.',
    tools: TOOLS,
    handlers: { tools: handlers },
    options: { services: undefined },
  });
  const modern = await connectRaw(server, 'modern');
  expect(await modern.request('server/discover')).toMatchObject({
    result: { instructions: 'Ask nicely.', capabilities: { tools: {} } },
  });
  await modern.close();
});
