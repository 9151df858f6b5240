import { expect, test } from 'vitest';
import { contractGraph } from '../../src/plan/contract-graph.js';
import { plan } from '../../src/runtime/plan.js';
import { modelOf } from '../support/contract.js';

const ticket = '{ type: object, properties: { id: { type: string }, open: { type: boolean } }, required: [id, open] }';
const manifest = `schemas:
  Ticket: ${ticket}
  Id: { type: string }
tools:
  - name: find
    inputSchema: { type: object, properties: { text: { type: string } }, required: [text] }
    outputSchema: { $ref: "#/schemas/Ticket" }
    composition: { pipeline_position: source, composable_with: [close], mappings: { close: [{ from: /id, to: /id }] } }
  - name: close
    inputSchema: { type: object, properties: { id: { type: string } }, required: [id], additionalProperties: false }
    semantics: { categories: [tickets], capabilities: [{ type: close }], side_effects: [] }
    performance: { latency_p50_ms: 3 }
  - name: archive
    inputSchema: ${ticket}
  - name: list
    inputSchema: { type: object, properties: { page: { type: integer } } }
  - name: rename
    inputSchema: { type: object, properties: { id: { type: string }, name: { type: string } }, required: [id, name] }
    composition: { output_compatibility: [Ticket] }
    outputSchema:
      type: object
      properties: { id: { type: string }, open: { type: boolean }, name: { type: string } }
      required: [id, open, name]
`;

test('tools say what they are, where pipelines start, and what they need there', () => {
  expect(contractGraph(modelOf(manifest)).tools).toEqual([
    { name: 'archive' },
    { name: 'close', effects: [], latency_p50_ms: 3, categories: ['tickets'], capabilities: ['close'] },
    {
      name: 'find',
      outputs: ['Ticket'],
      feeds: [{ tool: 'close', mapping: [{ from: '/id', to: '/id' }] }],
      starts: true,
      needs: ['text'],
    },
    { name: 'list', starts: true },
    { name: 'rename', outputs: ['Ticket'] },
  ]);
});

test('a schema feeds what takes it whole, and what takes it as results of it are taken', () => {
  expect(contractGraph(modelOf(manifest)).schemas).toEqual([
    { name: 'Id', feeds: [] },
    {
      name: 'Ticket',
      feeds: [{ tool: 'archive' }, { tool: 'close', mapping: [{ from: '/id', to: '/id' }] }],
    },
  ]);
});

const text = '{ type: string }';
test.each<[takes: boolean, source: string, target: string]>([
  [true, `properties: { id: ${text} }, required: [id]`, `properties: { id: ${text} }, required: [id]`],
  [true, `properties: { id: ${text}, n: {} }, required: [id]`, `properties: { id: ${text}, n: {} }, required: [id]`],
  [
    true,
    `properties: { id: ${text} }, required: [id], additionalProperties: false`,
    `properties: { id: ${text}, n: ${text} }, required: [id]`,
  ],
  [
    true,
    `properties: { id: ${text} }, required: [id], additionalProperties: ${text}`,
    `properties: { id: ${text}, n: ${text} }, required: [id]`,
  ],
  [
    true,
    `properties: { id: ${text} }, required: [id], maxProperties: 1`,
    `properties: { id: ${text}, n: ${text} }, required: [id]`,
  ],
  [false, `properties: { id: ${text} }, required: [id]`, `properties: { id: ${text}, n: ${text} }, required: [id]`],
  [
    false,
    `properties: { id: ${text} }, required: [id]`,
    `properties: { id: ${text} }, required: [id], additionalProperties: false`,
  ],
  [
    false,
    `properties: { id: ${text}, n: {} }, required: [id, n], additionalProperties: false`,
    `properties: { id: ${text} }, required: [id], additionalProperties: false`,
  ],
  [false, `properties: { id: ${text} }`, `properties: { id: ${text} }, required: [id]`],
  [true, `allOf: [{ properties: { id: ${text} }, required: [id] }]`, `properties: { id: ${text} }, required: [id]`],
])('%s: a value with %s, where the input has %s', (takes, source, target) => {
  const { schemas } = contractGraph(
    modelOf(`schemas:
  S: { type: object, ${source} }
tools:
  - { name: t, inputSchema: { type: object, ${target} } }
`),
  );
  expect(schemas).toEqual([{ name: 'S', feeds: takes ? [{ tool: 't' }] : [] }]);
});

/** A contract of this many tools in layers: each feeds ten of the next, and takes what shared schemas describe. */
function layered(count: number, layers: number): string {
  const size = count / layers;
  const name = (index: number): string => `tool_${String(index).padStart(4, '0')}`;
  const tools = Array.from({ length: count }, (_, index) => {
    const next = Array.from({ length: 10 }, (_, step) => ((index % size) * 7 + step) % size);
    const isLast = index >= count - size;
    const fed = isLast ? [] : next.map((each) => name((Math.floor(index / size) + 1) * size + each));
    const risk = ['low', 'medium', 'high', 'critical'][index % 4];
    return [
      `  - name: ${name(index)}`,
      `    inputSchema: { $ref: "#/schemas/Item${index % 50}" }`,
      `    outputSchema: { $ref: "#/schemas/Item${(index + 1) % 50}" }`,
      `    semantics: { side_effects: [{ type: network, scope: s${index % 9}, reversible: true, risk_level: ${risk} }] }`,
      `    performance: { latency_p50_ms: ${(index * 37) % 101} }`,
      `    composition: { composable_with: [${[...new Set(fed)].join(', ')}], pipeline_position: ${index < size ? 'source' : 'any'} }`,
    ].join('\n');
  });
  const schemas = Array.from(
    { length: 50 },
    (_, index) =>
      `  Item${index}: { type: object, properties: { id: { type: string }, n: { type: integer } }, required: [id] }`,
  );
  return `schemas:\n${schemas.join('\n')}\ntools:\n${tools.join('\n')}\n`;
}

test('plans of a large contract are found within the work that a search may take', () => {
  const graph = contractGraph(modelOf(layered(1_000, 10)));
  expect(graph.tools).toHaveLength(1_000);
  const { plans, complete } = plan(graph, { to: 'tool_0950', max_steps: 12, max_results: 100 });
  expect(complete).toBe(true);
  expect(plans).toHaveLength(100);
  expect(plans.every(({ steps }) => steps.length === 10 && steps.at(-1)?.tool === 'tool_0950')).toBe(true);
});
