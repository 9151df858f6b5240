const object = (value, more = {}) => ({
  type: 'object',
  properties: { value },
  required: ['value'],
  additionalProperties: false,
  ...more,
});

/** What the server's tools accept under `value`. `anything` is the baseline: the same bytes, and no work. */
export const schemas = {
  anything: object({ description: 'Anything.' }),
  integers: object({ type: 'array', items: { type: 'integer' } }),
  records: object({
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'], additionalProperties: false },
  }),
  unique: object({ type: 'array', uniqueItems: true }),
  tree: object({ $ref: '#/$defs/node' }, { $defs: { node: { type: 'array', items: { $ref: '#/$defs/node' } } } }),
  doubling: object({ $ref: '#/$defs/d0' }, { $defs: doubling(10) }),
  branches: object({ anyOf: Array.from({ length: 64 }, (_, at) => ({ type: 'array', items: { const: at } })) }),
  trimmed: object({ type: 'string', pattern: '\\s+$' }),
  words: object({ type: 'array', items: { type: 'string', maxLength: 2000, pattern: '^.*a.*b$' } }),
  email: object({ type: 'string', format: 'email' }),
  hostname: object({ type: 'string', format: 'hostname' }),
  uri: object({ type: 'string', format: 'uri' }),
  time: object({ type: 'string', format: 'date-time' }),
  long: object({ type: 'string', minLength: 5_000_000 }),
  closed: object({ type: 'object', additionalProperties: false }),
  names: object({ type: 'object', propertyNames: { maxLength: 3 } }),
  unevaluated: object({ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }], unevaluatedProperties: false }),
  contains: object({ type: 'array', contains: { const: 'needle' }, minContains: 2 }),
  choices: object({ type: 'array', items: { enum: Array.from({ length: 1000 }, (_, at) => `choice-${at}`) } }),
  steps: object({ type: 'array', items: { type: 'number', multipleOf: 0.01 } }),
};

/** A chain in which each link leads to the next in two ways: 2^depth paths to the same end. */
function doubling(depth) {
  const links = { [`d${depth}`]: { type: 'integer' } };
  for (let at = 0; at < depth; at += 1) {
    const next = { $ref: `#/$defs/d${at + 1}` };
    links[`d${at}`] = { anyOf: [{ allOf: [next] }, { allOf: [next] }] };
  }
  return links;
}

const list = (length, entry) => `[${Array.from({ length }, (_, at) => entry(at)).join(',')}]`;
const members = (length, name) => `{${Array.from({ length }, (_, at) => `"${name(at)}":${at}`).join(',')}}`;

/** What is sent as `value`, as JSON text, since some of it nests too deeply to be written by `JSON.stringify`. */
export const inputs = [
  { name: '500,000 items of the wrong type', tool: 'integers', value: () => list(500_000, () => '"x"') },
  { name: '100,000 objects with two mistakes each', tool: 'records', value: () => list(100_000, () => '{"x":1}') },
  { name: '600,000 levels, no recursion in the schema', tool: 'integers', value: () => deep(600_000) },
  { name: '100,000 levels, a schema that recurs', tool: 'tree', value: () => deep(100_000) },
  { name: '600,000 levels, a schema that recurs', tool: 'tree', value: () => deep(600_000) },
  { name: '100,000 empty lists in a schema that recurs', tool: 'tree', value: () => list(100_000, () => '[]') },
  { name: '20,000 different objects, uniqueItems', tool: 'unique', value: () => list(20_000, (at) => `{"id":${at}}`) },
  { name: '200,000 different strings, uniqueItems', tool: 'unique', value: () => list(200_000, (at) => `"s${at}"`) },
  {
    name: '2,000 objects alike but for their last member, uniqueItems',
    tool: 'unique',
    value: () => list(2_000, (at) => `{${Array.from({ length: 50 }, (_, m) => `"m${m}":0`).join(',')},"z":${at}}`),
  },
  { name: '20,000 equal objects, uniqueItems', tool: 'unique', value: () => list(20_000, () => '{"a":[1,{"b":2}]}') },
  { name: '1,024 ways of $ref and anyOf', tool: 'doubling', value: () => '"x"' },
  { name: '64 branches over 20,000 items', tool: 'branches', value: () => list(20_000, () => '63') },
  { name: '2 MB of blanks, pattern \\s+$', tool: 'trimmed', value: () => `"${' '.repeat(2_000_000)}x"` },
  { name: '2,000 blanks, pattern \\s+$', tool: 'trimmed', value: () => `"${' '.repeat(2_000)}x"` },
  {
    name: '1,000 strings of 2,000 characters, pattern ^.*a.*b$',
    tool: 'words',
    value: () => list(1_000, () => `"${'a'.repeat(2_000)}"`),
  },
  { name: '2 MB, format email', tool: 'email', value: () => `"${'a.'.repeat(1_000_000)}@"` },
  { name: '2 MB, format hostname', tool: 'hostname', value: () => `"${'a-'.repeat(1_000_000)}"` },
  { name: '2 MB, format uri', tool: 'uri', value: () => `"http://${'%41'.repeat(600_000)}["` },
  { name: '2 MB, format date-time', tool: 'time', value: () => `"2026-01-01T00:00:00.${'0'.repeat(2_000_000)}x"` },
  { name: '3 MB of emoji, minLength', tool: 'long', value: () => `"${'\u{1F600}'.repeat(750_000)}"` },
  { name: '200,000 members, none allowed', tool: 'closed', value: () => members(200_000, (at) => `m${at}`) },
  { name: '200,000 members with long names', tool: 'names', value: () => members(200_000, (at) => `m${at}`) },
  { name: 'one member with a name of 3 MB', tool: 'closed', value: () => `{"${'n'.repeat(3_000_000)}":1}` },
  { name: '100,000 unevaluated members', tool: 'unevaluated', value: () => members(100_000, (at) => `m${at}`) },
  {
    name: '200,000 items without what they must contain',
    tool: 'contains',
    value: () => list(200_000, (at) => `${at}`),
  },
  { name: '100,000 items of none of 1,000 choices', tool: 'choices', value: () => list(100_000, () => '"choice-x"') },
  { name: '100,000 numbers that are no multiples', tool: 'steps', value: () => list(100_000, () => '1e300') },
  {
    name: '100,000 members named like prototypes',
    tool: 'closed',
    value: () => members(100_000, (at) => `__proto__${at}`),
  },
];

function deep(levels) {
  return '['.repeat(levels) + ']'.repeat(levels);
}
