import { Ajv } from 'ajv';
import { afterEach, expect, test, vi } from 'vitest';
import type { JsonSchema, ToolDescriptor } from '../../src/runtime/descriptor.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { connect } from './support/connect.js';
import { ERAS, serverOf } from './support/contract.js';

afterEach(() => vi.restoreAllMocks());

const isValid = (schema: JsonSchema, value: unknown) => validateSchema(schema, value).length === 0;

test.each(ERAS)('two tools with the same $id are each checked with their own schema, in the %s era', async (era) => {
  const tools = ['string', 'integer'].map((type): ToolDescriptor => {
    const schema = {
      $id: 'https://example.org/same',
      type: 'object',
      properties: { v: { $ref: '#/$defs/v' } },
      $defs: { v: { type } },
    };
    return { name: type, inputSchema: schema, outputSchema: { ...schema } };
  });
  const handlers = { string: (input: unknown) => input, integer: (input: unknown) => input };
  await using connection = await connect(serverOf(tools, handlers), tools, era);
  expect(await connection.call('string', { v: 'x' })).toEqual({ v: 'x' });
  expect(await connection.call('integer', { v: 1 })).toEqual({ v: 1 });
  await expect(connection.call('integer', { v: 'x' })).rejects.toMatchObject({ issues: [{ pointer: '/v' }] });
  await expect(connection.call('string', { v: 1 })).rejects.toMatchObject({ issues: [{ pointer: '/v' }] });
});

test('a schema is compiled when it is first needed, and once, however often its tool is called', async () => {
  const compile = vi.spyOn(Ajv.prototype, 'compile');
  const tool: ToolDescriptor = { name: 'once', inputSchema: { type: 'object' }, outputSchema: { type: 'string' } };
  const unused: ToolDescriptor = { name: 'unused', inputSchema: { type: 'object' } };
  const server = serverOf([tool, unused], { once: () => 'x', unused: () => 'x' });
  await using connection = await connect(server, [tool, unused], 'modern', 'http');
  expect(compile).not.toHaveBeenCalled();
  for (let call = 0; call < 3; call++) await connection.call('once');
  expect(compile.mock.calls.map(([schema]) => schema)).toEqual([{ type: 'object' }, { type: 'string' }]);
});

test.each([
  ['2020-12 unless declared', undefined, { prefixItems: [{ type: 'string' }], items: false }, ['a'], ['a', 'b']],
  ['2020-12', 'https://json-schema.org/draft/2020-12/schema', { prefixItems: [{ type: 'string' }] }, ['a'], [1]],
  ['2019-09', 'https://json-schema.org/draft/2019-09/schema', { items: [{ type: 'string' }] }, ['a'], [1]],
  [
    'draft-07',
    'http://json-schema.org/draft-07/schema#',
    { items: [{ type: 'string' }], additionalItems: false },
    ['a'],
    ['a', 1],
  ],
  [
    'draft-06',
    'http://json-schema.org/draft-06/schema#',
    { items: [{ type: 'string' }], additionalItems: false },
    ['a'],
    ['a', 1],
  ],
] as const)('dialect %s', (_name, $schema, keywords, good, bad) => {
  const schema = { ...($schema !== undefined && { $schema }), ...keywords };
  expect(isValid(schema, good)).toBe(true);
  expect(isValid({ ...schema }, bad)).toBe(false);
});

test('up to draft-07 a reference hides its neighbours, later it does not', () => {
  const schema = { properties: { a: { $ref: '#/definitions/any', maximum: 1 } }, definitions: { any: {} } };
  expect(isValid({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' }, { a: 2 })).toBe(true);
  expect(isValid({ ...schema, $schema: 'https://json-schema.org/draft/2019-09/schema' }, { a: 2 })).toBe(false);
});

test('an unknown dialect is refused', () => {
  expect(() => validateSchema({ $schema: 'http://json-schema.org/draft-04/schema#' }, {})).toThrow(
    'unsupported JSON Schema dialect',
  );
});

test('names of members of Object.prototype are ordinary names', () => {
  expect(isValid({ required: ['toString'] }, {})).toBe(false);
  expect(isValid({ properties: { constructor: { type: 'number' } } }, {})).toBe(true);
  expect(isValid({ properties: { a: {} }, additionalProperties: false }, JSON.parse('{"hasOwnProperty":1}'))).toBe(
    false,
  );
});

test('formats of strings are checked, and a bare or an unknown one is only an annotation, without a word on the console', () => {
  const spies = (['log', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
  expect(isValid({ type: 'string', format: 'email' }, 'nobody')).toBe(false);
  expect(isValid({ type: ['string', 'null'], format: 'date-time' }, '2026-07-28')).toBe(false);
  expect(isValid({ type: 'string', format: 'date-time' }, '2026-07-28T00:00:00Z')).toBe(true);
  expect(isValid({ format: 'email' }, 'nobody')).toBe(true);
  expect(isValid({ type: 'string', format: 'x-unheard-of' }, 'anything')).toBe(true);
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test('unique items are told apart as JSON Schema does', () => {
  const unique = { uniqueItems: true };
  for (const items of [
    [1, '1', true, 'true', null],
    [{ a: 1 }, [['a', 1]]],
    [[1], [[1]]],
    [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
    ],
    [{}, []],
  ]) {
    expect(isValid(unique, items), JSON.stringify(items)).toBe(true);
  }
  for (const items of [
    [1, 1.0],
    [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ],
    [[], []],
    ['ä', 'ä'],
  ]) {
    expect(isValid(unique, items), JSON.stringify(items)).toBe(false);
  }
  expect(isValid({ uniqueItems: false }, [1, 1])).toBe(true);
});

test('a large array of objects is checked for uniqueness without comparing all pairs', () => {
  let reads = 0;
  const items = Array.from({ length: 20_000 }, (_, id) => ({
    get id() {
      reads += 1;
      return id;
    },
  }));
  expect(isValid({ uniqueItems: true }, items)).toBe(true);
  expect(reads).toBeLessThan(200_000);
});

test('findings stay few and short', () => {
  const branches = Array.from({ length: 50 }, (_, index) => ({ const: index }));
  expect(validateSchema({ anyOf: branches }, 'x')).toHaveLength(5);
  const long = 'x'.repeat(10_000);
  const [issue] = validateSchema(
    { additionalProperties: { additionalProperties: { type: 'null' } } },
    { [long]: { [long]: '🙂' } },
  );
  expect(issue?.pointer).toHaveLength(200);
  const [choice] = validateSchema({ enum: Array.from({ length: 500 }, (_, index) => `choice ${index}`) }, 1);
  expect(choice?.message).toHaveLength(200);
});
