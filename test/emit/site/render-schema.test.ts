import { expect, test } from 'vitest';
import { text } from '../../../src/emit/site/html/text.js';
import { renderSchema } from '../../../src/emit/site/schema/render-schema.js';
import type { JsonObject } from '../../../src/json.js';
import { textOf } from '../../site/support/text-of.js';

function render(schema: JsonObject, shared: readonly (readonly [string, string])[] = []): string {
  const linkTo = (name: string) => text(`the page of ${name}`);
  return renderSchema({ schema, shared: new Map(shared), id: 'in', page: 'a.html', linkTo }).markup;
}

function words(schema: JsonObject, shared?: readonly (readonly [string, string])[]): string {
  return textOf(`<body>${render(schema, shared)}`).trim();
}

test.each<[string, JsonObject, string]>([
  ['members', { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] }, 'a string required'],
  [
    'a closed object',
    { type: 'object', properties: { a: true }, additionalProperties: false },
    'a anything no other members',
  ],
  ['an object that takes nothing', { type: 'object', additionalProperties: false }, 'object no other members'],
  ['a required member without a schema', { type: 'object', required: ['b'] }, 'object requires b'],
  ['a range', { type: 'integer', minimum: 1, maximum: 20000 }, 'integer range 1 to 20,000'],
  ['one bound', { type: 'string', minLength: 1 }, 'string length at least 1 character'],
  [
    'a fixed length',
    { type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 },
    'array of string items exactly 2 items',
  ],
  ['an enumeration', { enum: ['a', 1, null] }, 'string or number or null one of "a" 1 null'],
  ['a constant and a default', { const: 'a', default: 'a' }, 'string always "a" default "a"'],
  ['alternatives', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
  [
    'alternatives with more to say',
    { oneOf: [{ type: 'string', minLength: 2 }, { type: 'null' }] },
    'string or null exactly one of these, 1 of 2 string length at least 2 characters exactly one of these, 2 of 2 null',
  ],
  [
    'a tuple',
    { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    'tuple no further items item 1 string',
  ],
  ['a pattern and a format', { type: 'string', pattern: '^<b>$', format: 'date' }, 'string format date pattern ^<b>$'],
  ['other members', { type: 'object', additionalProperties: { type: 'number' } }, 'object every other member number'],
  ['what must not be', { not: { type: 'null' } }, 'anything must not be null'],
  ['nothing', { type: 'object', properties: { a: false } }, 'a nothing'],
])('%s is said in words', (_, schema, expected) => {
  expect(words(schema)).toBe(expected);
});

test('a local definition is described once, and may refer to itself', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: { tree: { $ref: '#/$defs/Node' }, other: { $ref: '#/$defs/Node' } },
    $defs: { Node: { type: 'object', properties: { next: { $ref: '#/$defs/Node' }, all: { $ref: '#' } } } },
  };
  const markup = render(schema);
  expect(markup.match(/<section class="definition" id="in-1">/g)).toHaveLength(1);
  expect(markup.match(/href="#in-1"/g)).toHaveLength(3);
  expect(markup).toContain('href="#in"');
});

test('a shared schema is a link to its page, and not described again', () => {
  const schema: JsonObject = {
    type: 'object',
    properties: { ticket: { $ref: '#/$defs/Ticket' } },
    $defs: { Ticket: { type: 'object', properties: { secret: { type: 'string' } } } },
  };
  expect(words(schema, [['/$defs/Ticket', 'Ticket']])).toBe('ticket the page of Ticket');
});

test('what is deep or long is folded', () => {
  const nest = (depth: number): JsonObject =>
    depth === 0 ? { type: 'string' } : { type: 'object', properties: { a: nest(depth - 1) } };
  expect(render(nest(3))).not.toContain('<details');
  expect(render(nest(5))).toContain('<details class="fold"><summary>1 inside</summary>');
  expect(words({ enum: Array.from({ length: 40 }, (_, index) => index) })).toContain('24 more');
});
