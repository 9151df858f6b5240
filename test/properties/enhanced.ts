import fc from 'fast-check';
import type { JsonObject, JsonValue } from '../../src/json.js';
import { anything, schema, text } from './contracts.js';

// Contracts that use all of Enhanced MCP 2.0: mostly right, so that the later stages are reached, and wrong in every place.

const toolNames = ['find', 'read', 'write', 'send', 'list'];
const stepNames = ['one', 'two', 'three', 'four'];
const pointers = ['', '/id', '/n', '/item/id', '/items/0', '/__proto__/x', '/a~1b', '/missing'];

/** Mostly what belongs there, now and then anything. */
function mostly<T extends JsonValue>(right: fc.Arbitrary<T>, weight = 40): fc.Arbitrary<JsonValue> {
  return fc.oneof({ weight, arbitrary: right as fc.Arbitrary<JsonValue> }, { weight: 1, arbitrary: anything });
}

/** Some of the members, each by chance. */
function some(members: Readonly<Record<string, fc.Arbitrary<JsonValue>>>, required: readonly string[] = []) {
  return fc.record(members, { requiredKeys: [...required] }) as fc.Arbitrary<JsonObject>;
}

const words = fc.oneof(
  fc.constantFrom('tickets', 'support', 'A note.'),
  text.filter((each) => each !== ''),
);
const name = mostly(fc.constantFrom(...toolNames));
const pointer = mostly(fc.constantFrom(...pointers), 60);
const few = <T>(of: fc.Arbitrary<T>, least = 0) => fc.array(of, { minLength: least, maxLength: 3 });

const object = (properties: JsonObject, required: string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties,
  required,
  ...more,
});

/** Schemas of which some feed others. */
const inputs: readonly JsonObject[] = [
  object({ id: { type: 'string' } }, ['id']),
  object({ id: { type: 'string', minLength: 1 }, n: { type: 'integer' } }, ['id'], { additionalProperties: false }),
  object({ item: { $ref: '#/schemas/Item' } }, ['item']),
  object({ items: { type: 'array', items: { type: 'string' } } }, []),
  object({}, []),
];
const outputs: readonly JsonObject[] = [
  { $ref: '#/schemas/Item' },
  object({ id: { type: 'string', minLength: 1 }, n: { type: 'integer', minimum: 0 } }, ['id', 'n']),
  object({ item: { $ref: '#/schemas/Item' }, items: { type: 'array', items: { $ref: '#/schemas/Item' } } }, ['item']),
  { type: 'array', items: { type: 'string' } },
  { type: 'string' },
];

const sideEffect = some(
  {
    type: mostly(
      fc.constantFrom('data_modification', 'external_api', 'file_system', 'network', 'user_interaction'),
      80,
    ),
    scope: words,
    reversible: fc.boolean(),
    risk_level: mostly(fc.constantFrom('low', 'medium', 'high', 'critical'), 80),
  },
  ['type', 'scope', 'reversible', 'risk_level'],
);

const example = some(
  {
    name: words,
    description: words,
    input: fc.constantFrom({}, { id: 'a' }, { id: 'a', n: 1 }),
    output: anything,
    error: words,
  },
  ['name', 'input'],
).map((each) => {
  if (each['output'] !== undefined) delete each['error'];
  return each;
});

const capability = some(
  { type: words, confidence: fc.constantFrom(0, 0.5, 1), conditions: few(words), examples: few(example) },
  ['type'],
);

const semantics = some(
  {
    ontology: mostly(fc.constantFrom('https://schema.org/CreateAction', 'urn:a:b')),
    categories: few(words),
    capabilities: few(capability),
    side_effects: few(sideEffect),
    idempotent: fc.boolean(),
    deterministic: fc.boolean(),
  },
  ['side_effects'],
);

const milliseconds = mostly(fc.integer({ min: 0, max: 3 }));
const performance = some(
  {
    latency_p50_ms: milliseconds,
    latency_p95_ms: milliseconds.map((each) => (typeof each === 'number' ? each + 3 : each)),
    latency_p99_ms: milliseconds.map((each) => (typeof each === 'number' ? each + 6 : each)),
    error_rate: fc.constantFrom(0, 0.01, 1),
    resource_usage: some(
      { cpu_utilization: fc.constant(1), disk_io_kbps: fc.double({ min: 0, max: 9, noNaN: true }) },
      ['cpu_utilization'],
    ),
  },
  ['latency_p50_ms'],
);

/** Of a tool's result, or, with names in front, of the data of a workflow. */
function mappings(from: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const one = fc.oneof(
    { weight: 4, arbitrary: some({ from, to: pointer, default: anything }, ['from', 'to']) },
    { weight: 1, arbitrary: some({ value: anything, to: pointer }, ['value', 'to']) },
  );
  return mostly(few(one), 40);
}

const composition = some({
  composable_with: few(name),
  mappings: mostly(fc.dictionary(fc.constantFrom(...toolNames), mappings(pointer), { maxKeys: 2 })),
  output_compatibility: few(mostly(fc.constantFrom('Item'))),
  pipeline_position: mostly(fc.constantFrom('source', 'transform', 'sink', 'any')),
  parallelizable: fc.boolean(),
  stateful: fc.boolean(),
});

const documentation = some(
  {
    summary: words,
    details: words,
    examples: few(example),
    see_also: few(name),
    links: few(
      some({ title: words, url: mostly(fc.constantFrom('https://a.example/<x>', 'http://b.example')) }, [
        'title',
        'url',
      ]),
    ),
  },
  ['summary'],
);

const dependency = some(
  {
    type: mostly(fc.constantFrom('tool', 'service', 'environment', 'package', 'resource')),
    name: fc.oneof(fc.constantFrom(...toolNames, 'A_VARIABLE', 'store'), words),
    version: mostly(fc.constantFrom('^1.0.0', '>=2', 'x || y')),
    required: fc.boolean(),
    description: words,
  },
  ['type', 'name'],
);

function tool(toolName: string): fc.Arbitrary<JsonObject> {
  return some(
    {
      name: fc.constant(toolName),
      description: words,
      inputSchema: mostly(fc.constantFrom(...inputs), 30),
      outputSchema: fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...outputs) }, { weight: 1, arbitrary: schema }),
      annotations: fc.constant({ title: 'A tool' }),
      semantics,
      performance,
      dependencies: few(dependency),
      composition,
      documentation,
      unsafe_text: fc.constant({ allow: true, reason: 'the test makes such texts' }),
    },
    ['name', 'description', 'inputSchema', 'unsafe_text'],
  );
}

const source = mostly(
  fc
    .tuple(fc.constantFrom('input', ...stepNames, 'named', 'nowhere'), fc.constantFrom(...pointers))
    .map((each) => each.join('')),
  60,
);

const condition = fc.oneof(
  some(
    {
      type: fc.constant('value_based'),
      parameters: some({ from: source, matches: fc.oneof(schema, fc.constant<JsonValue>({ pattern: '^(a+)+$' })) }, [
        'from',
        'matches',
      ]),
    },
    ['type', 'parameters'],
  ),
  some(
    {
      type: mostly(fc.constantFrom('time_based', 'approval_required', 'user_presence', 'location_based')),
      parameters: some({
        after: words,
        before: fc.constant('17:00'),
        days: few(fc.constantFrom('mon', 'xyz')),
        message: words,
        time_zone: words,
      }),
    },
    ['type', 'parameters'],
  ),
);

const errorHandling = fc.oneof(
  fc.constantFrom<JsonObject>({ strategy: 'abort' }, { strategy: 'skip' }, { strategy: 'rollback' }),
  some({ strategy: fc.constant('fallback'), tool: name, inputs: mappings(source) }, ['strategy', 'tool']),
);

const retry = some(
  {
    max_attempts: mostly(fc.integer({ min: 2, max: 4 })),
    backoff_strategy: fc.constantFrom('fixed', 'linear', 'exponential'),
    retry_on: fc.uniqueArray(fc.constantFrom('tool_error', 'timeout', 'connection'), { minLength: 1 }),
  },
  ['max_attempts'],
);

function step(id: string): fc.Arbitrary<JsonObject> {
  return some(
    {
      id: fc.constant(id),
      callee: fc.oneof(
        { weight: 6, arbitrary: name },
        { weight: 1, arbitrary: fc.constantFrom('flow', 'other', 'flow-of-none') },
      ),
      inputs: mappings(source),
      outputs: few(some({ from: pointer, to: mostly(fc.constantFrom('named', 'other_name')) }, ['from', 'to'])),
      after: few(mostly(fc.constantFrom(...stepNames))),
      conditions: few(condition),
      retry_policy: retry,
      error_handling: errorHandling,
      timeout_ms: fc.constant(1000),
    },
    ['id', 'callee', 'inputs'],
  ).map(({ callee = null, ...rest }) =>
    typeof callee === 'string' && !toolNames.includes(callee)
      ? { ...rest, workflow: callee }
      : { ...rest, tool: callee },
  );
}

function workflow(id: string): fc.Arbitrary<JsonObject> {
  return some(
    {
      id: fc.constant(id),
      name: words,
      description: words,
      expose: fc.constant('tool'),
      inputSchema: fc.constantFrom(...inputs),
      steps: fc
        .subarray(stepNames, { minLength: 1 })
        .chain((ids) => fc.tuple(...ids.map(step)) as fc.Arbitrary<JsonObject[]>),
      result: fc.tuple(fc.constantFrom(...outputs), mappings(source)),
      error_handling: errorHandling,
      rollback_strategy: some(
        {
          compensations: few(
            some({ step: fc.constantFrom(...stepNames), tool: name, inputs: mappings(source) }, [
              'step',
              'tool',
              'inputs',
            ]),
          ),
          on_failure: fc.constantFrom('continue', 'stop'),
        },
        ['compensations'],
      ),
    },
    ['id', 'name', 'description', 'inputSchema', 'steps'],
  ).map(({ result, ...rest }) =>
    Array.isArray(result) ? { ...rest, outputSchema: result[0] as JsonValue, outputs: result[1] as JsonValue } : rest,
  );
}

/** A manifest with tools that feed one another, and workflows over them. */
export const enhancedManifest: fc.Arbitrary<JsonObject> = fc.subarray(toolNames, { minLength: 2 }).chain((names) =>
  fc.record({
    tools: fc.tuple(...names.map(tool)) as fc.Arbitrary<JsonObject[]>,
    workflows: fc.oneof(
      fc.constant<JsonObject[]>([]),
      fc.tuple(workflow('flow')),
      fc.tuple(workflow('flow'), workflow('other')),
    ),
    schemas: fc.constant<JsonObject>({
      Item: object({ id: { type: 'string', minLength: 1 }, n: { type: 'integer' } }, ['id', 'n']),
    }),
  }),
);
