import type { JsonObject, JsonValue } from '../../src/json.js';
import type { LimitName } from '../../src/limits/limits.js';

/** A project that measures exactly so much of what a limit counts. */
export interface Contract {
  readonly files: Readonly<Record<string, string>>;
  /** Other limits that have to be out of the way. */
  readonly limits?: Partial<Record<LimitName, number>>;
}

/** Limits on contracts; `seconds` and `findings` have tests of their own. */
export const contracts: Readonly<Record<Exclude<LimitName, 'seconds' | 'findings'>, (value: number) => Contract>> = {
  manifestBytes: (value) => inYaml(padded('schemas: {}\n', value)),
  manifestFiles: (value) => ({
    files: Object.fromEntries(times(value, (i) => [`manifests/${i}.yaml`, 'tools: []\n'])),
  }),
  tools: (value) => manifest({ tools: times(value, (i) => ({ name: `tool_${i}`, inputSchema: { type: 'object' } })) }),
  workflows: (value) =>
    manifest({
      tools: [tool({ type: 'object' })],
      workflows: times(value, (i) => ({
        ...{ id: `workflow_${i}`, name: 'w', description: 'Does it.', inputSchema: { type: 'object' } },
        steps: [{ id: 'only', tool: 'a_tool' }],
      })),
    }),
  resources: (value) => manifest({ resources: times(value, (i) => ({ name: `r${i}`, uri: `desk://r/${i}` })) }),
  resourceTemplates: (value) =>
    manifest({ resourceTemplates: times(value, (i) => ({ name: `t${i}`, uriTemplate: `desk://t/${i}/{id}` })) }),
  prompts: (value) => manifest({ prompts: times(value, (i) => ({ name: `p${i}` })) }),
  totalBytes: (value) => {
    const size = 500_000;
    const parts = [...times(Math.floor(value / size), () => size), value % size].filter((part) => part > 0);
    const text = (part: number) => (part < 20 ? '#'.repeat(part) : padded('tools: []\n', part));
    return { files: Object.fromEntries(parts.map((part, i) => [`manifests/${i}.yaml`, text(part)])) };
  },
  // The schema's members are at the fourth level.
  yamlDepth: (value) => ({ ...schema({ default: nested(value - 3) }), limits: { valueDepth: 100 } }),
  yamlKeys: (value) => schema({ default: Object.fromEntries(times(value, (i) => [`k${i}`, 0])) }),
  yamlAliases: (value) => inYaml(`schemas:\n  A: &a {}\n${lines(value, (i) => `  B${i}: *a`)}`),
  aliasBytes: (value) => {
    const size = 16_384;
    const texts = `  A: { description: &a ${'x'.repeat(size)} }\n  B: { description: &b ${'x'.repeat(value % size || 1)} }\n`;
    const uses = lines(Math.floor(value / size), (i) => `  C${i}: { description: *a }`);
    return inYaml(`schemas:\n${texts}${uses}${value % size > 0 ? '  D: { description: *b }\n' : ''}`);
  },
  schemaDepth: (value) => schema(times(value, (i) => i).reduce<JsonObject>((inner) => ({ items: inner }), {})),
  subschemas: (value) => schema({ properties: grouped(value - 1) }),
  totalSubschemas: (value) => {
    // Each tool is one subschema more than the shared one that it uses; `schemas:` themselves count once.
    const size = 4_000;
    const tools = Math.floor((value - size) / (size + 1));
    const rest = value - size - tools * (size + 1);
    return {
      ...manifest({
        schemas: { Big: { type: 'object', properties: grouped(size - 1) } },
        tools: [
          ...times(tools, (i) => tool({ $ref: '#/schemas/Big' }, `big_${i}`)),
          ...(rest === 0 ? [] : [tool({ type: 'object', properties: grouped(rest - 1) }, 'rest')]),
        ],
      }),
      limits: { subschemas: 20_000 },
    };
  },
  objectProperties: (value) => schema({ properties: properties(value) }),
  schemaProperties: (value) => ({
    ...schema({ allOf: chunks(value, 400).map((size) => ({ properties: properties(size) })) }),
    limits: { subschemas: 20_000 },
  }),
  branches: (value) => schema({ anyOf: times(value, (i) => ({ const: i })) }),
  compositionPaths: (value) => ({
    ...schema({ allOf: factors(value).map((count) => ({ oneOf: times(count, (i) => ({ const: i })) })) }),
    limits: { branches: 256 },
  }),
  enumValues: (value) => schema({ enum: times(value, (i) => i) }),
  enumBytes: (value) => schema({ enum: ['x'.repeat(value - 4)] }),
  references: (value) => ({
    ...schema({
      $defs: { a: {} },
      allOf: chunks(value, 400).map((n) => ({ properties: properties(n, { $ref: '#/$defs/a' }) })),
    }),
    limits: { subschemas: 20_000 },
  }),
  referenceChain: (value) =>
    schema({
      $defs: Object.fromEntries(times(value, (i) => [`d${i}`, i === 0 ? {} : { $ref: `#/$defs/d${i - 1}` }])),
      items: { $ref: `#/$defs/d${value - 1}` },
    }),
  definitions: (value) => schema({ $defs: properties(value) }),
  tupleItems: (value) => schema({ prefixItems: times(value, () => ({})) }),
  patternLength: (value) => schema({ pattern: 'a'.repeat(value) }),
  toolDescriptionLength: (value) =>
    manifest({ tools: [{ ...tool({ type: 'object' }), description: 'x'.repeat(value) }] }),
  descriptionLength: (value) => schema({ items: { description: 'x'.repeat(value) } }),
  titleLength: (value) => schema({ title: 'x'.repeat(value) }),
  propertyNameLength: (value) => schema({ properties: { ['x'.repeat(value)]: {} } }),
  valueDepth: (value) => schema({ examples: nested(value) as JsonValue[] }),
  valueBytes: (value) => schema({ default: 'x'.repeat(value - 2) }),
};

function inYaml(text: string): Contract {
  return { files: { 'manifests/tools.yaml': text } };
}

function manifest(value: JsonObject): Contract {
  return inYaml(JSON.stringify(value));
}

function schema(value: JsonObject): Contract {
  return manifest({ schemas: { Thing: value } });
}

function tool(inputSchema: JsonObject, name = 'a_tool'): JsonObject {
  return { name, inputSchema };
}

function padded(text: string, bytes: number): string {
  return `${text}#${'x'.repeat(bytes - text.length - 2)}\n`;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function lines(count: number, make: (index: number) => string): string {
  return times(count, (i) => `${make(i)}\n`).join('');
}

function nested(levels: number): JsonValue {
  return times(levels, (i) => i).reduce<JsonValue>((inner) => [inner], 0);
}

function properties(count: number, value: JsonValue = true): JsonObject {
  return Object.fromEntries(times(count, (i) => [`p${i}`, value]));
}

function chunks(total: number, size: number): number[] {
  return times(Math.ceil(total / size), (i) => Math.min(size, total - i * size));
}

/** So many subschemas below `properties`, without an object of too many members. */
function grouped(count: number): JsonObject {
  const groups = chunks(count, 401);
  return Object.fromEntries(groups.map((size, i) => [`g${i}`, { properties: properties(size - 1) }]));
}

/** Two factors of a number, as near to one another as can be. */
function factors(value: number): number[] {
  let small = Math.floor(Math.sqrt(value));
  while (value % small !== 0) small--;
  return [small, value / small];
}
