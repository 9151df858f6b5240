import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/json.js';

// Contracts of Enhanced MCP 2.0 without a fault, but for chance: every tool returns an item and takes a part of one.

const names = ['find', 'read', 'write', 'send', 'list'] as const;
const name = fc.constantFrom(...names);
const partners = fc.uniqueArray(name, { maxLength: 3 });
const words = fc.constantFrom('tickets', 'A note.', '</script><b>', `*/ \${x} \``, 'one\n\ntwo', '\'quoted\' "too" \\');

const item: JsonObject = {
  type: 'object',
  properties: { id: { type: 'string', minLength: 1 }, n: { type: 'integer', minimum: 0 } },
  required: ['id', 'n'],
};
const takes = fc.constantFrom<JsonObject>(
  { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  { type: 'object', properties: { id: { type: 'string' }, n: { type: 'integer' } }, required: ['id'] },
  { type: 'object' },
);
const call = { input: { id: 'a' }, output: { id: 'a', n: 1 } };

/** Some of the members, each by chance. */
function some(members: Readonly<Record<string, fc.Arbitrary<unknown>>>, ...required: string[]) {
  return fc.record(members, { requiredKeys: required }) as fc.Arbitrary<JsonObject>;
}

const sideEffect = some(
  {
    type: fc.constantFrom('data_modification', 'external_api', 'file_system', 'network', 'user_interaction'),
    scope: words,
    reversible: fc.boolean(),
    risk_level: fc.constantFrom('low', 'medium', 'high', 'critical'),
  },
  'type',
  'scope',
  'reversible',
  'risk_level',
);

const semantics = some(
  {
    ontology: fc.constant('https://schema.org/CreateAction'),
    categories: fc.uniqueArray(words, { maxLength: 3 }),
    capabilities: fc.uniqueArray(
      some(
        {
          type: words,
          confidence: fc.constantFrom(0, 0.5, 1),
          // No two examples of a tool have one name.
          examples: fc.uuid().map((name) => [{ name, ...call }]),
        },
        'type',
      ),
      { maxLength: 2, selector: ({ type }) => type },
    ),
    side_effects: fc.uniqueArray(sideEffect, { maxLength: 2, selector: ({ type, scope }) => `${type} ${scope}` }),
    idempotent: fc.boolean(),
  },
  'side_effects',
);

const composition = fc
  .tuple(
    partners,
    some({
      output_compatibility: fc.constant(['Item']),
      pipeline_position: fc.constant('any'),
      parallelizable: fc.constant(false),
      stateful: fc.boolean(),
    }),
    fc.boolean(),
  )
  .map(([composable_with, more, isMapped]): JsonObject => {
    const parts = [
      { from: '/id', to: '/id' },
      { value: 3, to: '/n' },
    ];
    const mappings = Object.fromEntries(composable_with.map((each) => [each, parts]));
    return { composable_with, ...more, ...(isMapped ? { mappings } : {}) } as JsonObject;
  });

function tool(toolName: string): fc.Arbitrary<JsonObject> {
  return some(
    {
      name: fc.constant(toolName),
      description: words,
      inputSchema: takes,
      outputSchema: fc.constantFrom({ $ref: '#/schemas/Item' }, item),
      semantics,
      performance: some(
        { latency_p50_ms: fc.nat(9), latency_p99_ms: fc.integer({ min: 10, max: 99 }) },
        'latency_p50_ms',
      ),
      dependencies: fc.constantFrom([], [{ type: 'service', name: 'store', required: false }]),
      composition,
      documentation: some(
        {
          summary: words,
          see_also: partners,
          examples: fc.constant([{ name: 'one', ...call }]),
          links: fc.constant([{ title: 'More', url: 'https://example.com/<b>' }]),
        },
        'summary',
      ),
    },
    'name',
    'description',
    'inputSchema',
    'outputSchema',
  );
}

/** A step that takes its id from the input or from the step before, and what may happen to it. */
function step(id: string, before: string): fc.Arbitrary<JsonObject> {
  const inputs = (from: string): JsonValue => [{ from: `${from}/id`, to: '/id' }];
  return some(
    {
      id: fc.constant(id),
      tool: name,
      inputs: fc.constantFrom(inputs('input'), inputs(before)),
      outputs: fc.constantFrom([], [{ from: '/n', to: `n_of_${id}` }]),
      after: fc.constantFrom([], before === 'input' ? [] : [before]),
      retry_policy: fc.constant({ max_attempts: 2, retry_on: ['timeout'] }),
      error_handling: fc.constantFrom({ strategy: 'abort' }, { strategy: 'fallback', tool: 'find' }),
      timeout_ms: fc.constant(1000),
    },
    'id',
    'tool',
    'inputs',
  );
}

function workflow(id: string, inner: readonly string[]): fc.Arbitrary<JsonObject> {
  const nested = fc.constantFrom(
    ...[[], ...inner.map((each) => [{ id: 'within', workflow: each, inputs: [{ from: 'input/id', to: '/id' }] }])],
  );
  return fc
    .tuple(step('one', 'input'), step('two', 'one'), step('three', 'two'), nested, fc.boolean(), words)
    .map(([one, two, three, more, isExposed, text]) => ({
      ...{ id, name: 'A workflow', description: text, ...(isExposed ? { expose: 'tool' } : {}) },
      inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      outputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
      steps: [one, two, three, ...more] as JsonValue[],
      outputs: [{ from: 'three/id', to: '/id' }],
    }));
}

/** Tools that feed one another, and workflows over them, one within the other. */
export const feedingManifest: fc.Arbitrary<JsonObject> = fc.record({
  tools: fc.tuple(...names.map(tool)) as fc.Arbitrary<JsonObject[]>,
  workflows: fc.oneof(
    fc.tuple(workflow('flow', [])) as fc.Arbitrary<JsonObject[]>,
    fc.tuple(workflow('flow', []), workflow('outer_flow', ['flow'])) as fc.Arbitrary<JsonObject[]>,
  ),
  schemas: fc.constant<JsonObject>({ Item: item }),
});
