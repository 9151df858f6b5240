import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { findingsOf, modelOf } from '../support/contract.js';

function outputOf(manifest: string, more: Readonly<Record<string, string>> = {}) {
  const tool = modelOf(manifest, more).tools.find((each) => each.name === 't');
  return { schema: tool?.outputSchema, shared: Object.fromEntries(tool?.outputShared ?? []) };
}

const input = 'inputSchema: { type: object }';

test('a schema without shared references is served as it was written', () => {
  const { schema } = outputOf(`
tools:
  - name: t
    ${input}
    outputSchema: { $defs: { A: { $ref: '#/$defs/B' }, B: { type: string } }, type: array, items: { $ref: '#/$defs/A' } }
`);
  expect(JSON.stringify(schema)).toBe(
    '{"$defs":{"A":{"$ref":"#/$defs/B"},"B":{"type":"string"}},"type":"array","items":{"$ref":"#/$defs/A"}}',
  );
});

test('shared schemas travel in $defs, with those that they need, and their own references follow them', () => {
  const { schema, shared } = outputOf(`
schemas:
  Ticket: { type: object, properties: { parent: { $ref: '#' }, by: { $ref: '#/schemas/Person' }, id: { $ref: '#/$defs/Id' } }, $defs: { Id: { type: string } } }
  Person: { type: object, properties: { id: { $ref: '#/schemas/Ticket/$defs/Id' } } }
  Unused: { type: string }
tools:
  - name: t
    ${input}
    outputSchema: { type: array, items: { $ref: '#/schemas/Ticket' } }
`);
  expect(schema).toEqual({
    type: 'array',
    items: { $ref: '#/$defs/Ticket' },
    $defs: {
      Person: { type: 'object', properties: { id: { $ref: '#/$defs/Ticket/$defs/Id' } } },
      Ticket: {
        type: 'object',
        properties: {
          parent: { $ref: '#/$defs/Ticket' },
          by: { $ref: '#/$defs/Person' },
          id: { $ref: '#/$defs/Ticket/$defs/Id' },
        },
        $defs: { Id: { type: 'string' } },
      },
    },
  });
  expect(shared).toEqual({ '/$defs/Person': 'Person', '/$defs/Ticket': 'Ticket' });
});

test('a root reference is inlined, and the schema is then the root for all who refer to it', () => {
  const { schema, shared } = outputOf(`
schemas:
  Ticket: { type: object, properties: { parent: { $ref: '#' }, notes: { type: array, items: { $ref: '#/schemas/Note' } } } }
  Note: { type: object, properties: { on: { $ref: '#/schemas/Ticket' }, in: { $ref: '#/schemas/Ticket/properties/notes' } } }
tools:
  - name: t
    ${input}
    outputSchema: { $ref: '#/schemas/Ticket', description: Of this tool. }
`);
  expect(schema).toEqual({
    type: 'object',
    description: 'Of this tool.',
    properties: { parent: { $ref: '#' }, notes: { type: 'array', items: { $ref: '#/$defs/Note' } } },
    $defs: { Note: { type: 'object', properties: { on: { $ref: '#' }, in: { $ref: '#/properties/notes' } } } },
  });
  expect(shared).toEqual({ '': 'Ticket', '/$defs/Note': 'Note' });
});

test('a schema that refers to itself by its name refers to its root once it is served', () => {
  const manifest = `
schemas:
  A: { type: object, properties: { one: { $ref: '#/schemas/A' }, two: { $ref: ./tools.yaml#/schemas/A/properties/one } } }
tools:
  - name: t
    ${input}
    outputSchema: { $ref: '#/schemas/A' }
`;
  const served = { type: 'object', properties: { one: { $ref: '#' }, two: { $ref: '#/properties/one' } } };
  expect(outputOf(manifest).schema).toEqual(served);
  expect(modelOf(manifest).schemas.map(({ schema }) => schema)).toEqual([served]);
});

test('a root reference is followed through other references, and to definitions of its own', () => {
  const { schema } = outputOf(`
schemas:
  A: { $ref: '#/schemas/B' }
  B: { type: object, properties: { a: { $ref: '#/schemas/A' } } }
tools:
  - name: t
    ${input}
    outputSchema: { $ref: '#/$defs/Local', $defs: { Local: { type: object, properties: { self: { $ref: '#/$defs/Local' }, a: { $ref: '#/schemas/A' } } } } }
`);
  expect(schema).toEqual({
    type: 'object',
    properties: { self: { $ref: '#/$defs/Local' }, a: { $ref: '#/$defs/A' } },
    $defs: {
      Local: { type: 'object', properties: { self: { $ref: '#/$defs/Local' }, a: { $ref: '#/$defs/A' } } },
      A: { $ref: '#/$defs/B' },
      B: { type: 'object', properties: { a: { $ref: '#/$defs/A' } } },
    },
  });
});

test('a root reference to a part of a shared schema brings the schema along', () => {
  const { schema } = outputOf(`
schemas:
  Ticket: { type: object, properties: { parts: { type: object, properties: { up: { $ref: '#' } } } } }
tools:
  - name: t
    ${input}
    outputSchema: { $ref: '#/schemas/Ticket/properties/parts' }
`);
  expect(schema).toEqual({
    type: 'object',
    properties: { up: { $ref: '#/$defs/Ticket' } },
    $defs: {
      Ticket: {
        type: 'object',
        properties: { parts: { type: 'object', properties: { up: { $ref: '#/$defs/Ticket' } } } },
      },
    },
  });
});

test('a root that says type: object keeps its reference', () => {
  const { schema } = outputOf(`
schemas: { Ticket: { type: object } }
tools:
  - { name: t, ${input}, outputSchema: { type: object, $ref: '#/schemas/Ticket' } }
`);
  expect(schema).toEqual({ type: 'object', $ref: '#/$defs/Ticket', $defs: { Ticket: { type: 'object' } } });
});

test('names under $defs avoid those of the tool', () => {
  const { schema, shared } = outputOf(`
schemas: { Ticket: { type: string } }
tools:
  - name: t
    ${input}
    outputSchema: { $defs: { Ticket: { type: number }, Ticket_shared: true }, anyOf: [{ $ref: '#/$defs/Ticket' }, { $ref: '#/schemas/Ticket' }] }
`);
  expect(schema?.['anyOf']).toEqual([{ $ref: '#/$defs/Ticket' }, { $ref: '#/$defs/Ticket_shared2' }]);
  expect(schema?.['$defs']).toEqual({
    Ticket: { type: 'number' },
    Ticket_shared: true,
    Ticket_shared2: { type: 'string' },
  });
  expect(shared).toEqual({ '/$defs/Ticket_shared2': 'Ticket' });
});

test('anchors of a shared schema become pointers, so that they cannot meet those of others', () => {
  const { schema } = outputOf(`
schemas:
  A: { type: object, properties: { x: { $anchor: here, type: string }, y: { $ref: '#here' } } }
  B: { type: object, properties: { x: { $anchor: here, type: number }, y: { $ref: '#here' } } }
tools:
  - name: t
    ${input}
    outputSchema: { type: object, properties: { a: { $ref: '#/schemas/A' }, b: { $ref: '#/schemas/B' } } }
`);
  const validate = new Ajv2020({ strict: false }).compile(schema ?? {});
  expect(validate({ a: { y: 'text' }, b: { y: 1 } })).toBe(true);
  expect(validate({ a: { y: 1 } })).toBe(false);
  expect(JSON.stringify(schema)).not.toContain('$anchor');
});

test('an $id keeps its meaning: what is below it refers to itself', () => {
  const { schema } = outputOf(`
schemas:
  Node: { $id: 'https://example.com/node', type: object, properties: { next: { $ref: '#' }, also: { $ref: 'node' } } }
tools:
  - { name: t, ${input}, outputSchema: { type: array, items: { $ref: '#/schemas/Node' } } }
`);
  const validate = new Ajv2020({ strict: false }).compile(schema ?? {});
  expect(validate([{ next: { also: { next: {} } } }])).toBe(true);
  expect(validate([{ next: { also: [] } }])).toBe(false);
});

test('below an $id, the shared schemas of the project are out of reach', () => {
  expect(
    findingsOf(`schemas:
  A: { type: string }
tools:
  - name: t
    ${input}
    outputSchema: { type: object, properties: { a: { $id: 'https://example.com/a', items: { $ref: '#/schemas/A' } } } }
`),
  ).toEqual(['schema/invalid 6:99']);
});

test('a reference to a file means the shared schema that stands in it', () => {
  const { schema } = outputOf(
    `
tools:
  - { name: t, ${input}, outputSchema: { type: array, items: { $ref: './common/people.yaml#/schemas/Person' } } }
`,
    { 'common/people.yaml': 'schemas: { Person: { type: object } }' },
  );
  expect(schema).toEqual({ type: 'array', items: { $ref: '#/$defs/Person' }, $defs: { Person: { type: 'object' } } });
});

test('what looks like a reference in data stays data', () => {
  const { schema } = outputOf(`
tools:
  - name: t
    ${input}
    outputSchema:
      type: object
      default: { $ref: 'https://example.com/x' }
      examples: [{ $ref: './nothing.yaml' }]
      x-note: { $ref: '#/nowhere' }
      properties:
        $ref: { type: string }
        pick: { enum: [{ $ref: '#/schemas/None' }], const: { $ref: '#/schemas/None' } }
`);
  expect(schema?.['default']).toEqual({ $ref: 'https://example.com/x' });
  expect(schema?.['properties']).toEqual({
    $ref: { type: 'string' },
    pick: { enum: [{ $ref: '#/schemas/None' }], const: { $ref: '#/schemas/None' } },
  });
});

test('pointers with escapes and odd names find their way', () => {
  const { schema } = outputOf(`
schemas:
  Odd: { type: object, properties: { 'a/b': { type: string }, 'c~d': { type: number }, 'e f%': { type: boolean } } }
tools:
  - name: t
    ${input}
    outputSchema:
      type: object
      properties:
        x: { $ref: '#/schemas/Odd/properties/a~1b' }
        y: { $ref: '#/schemas/Odd/properties/c~0d' }
        z: { $ref: '#/schemas/Odd/properties/e%20f%25' }
`);
  const validate = new Ajv2020({ strict: false }).compile(schema ?? {});
  expect(validate({ x: 'text', y: 1, z: true })).toBe(true);
  for (const wrong of [{ x: 1 }, { y: 'text' }, { z: 1 }]) expect(validate(wrong)).toBe(false);
});

test('in draft-07, keywords beside a root reference are without meaning and do not travel', () => {
  const { schema } = outputOf(`
schemas:
  Ticket: { $schema: 'http://json-schema.org/draft-07/schema#', type: object }
tools:
  - name: t
    ${input}
    outputSchema: { $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/schemas/Ticket', minProperties: 3 }
`);
  expect(schema).toEqual({ $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' });
});
