import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { type LimitName, limitNames, limitTable } from '../../src/limits/limits.js';
import { contracts } from './contracts.js';

const names = Object.keys(contracts) as (keyof typeof contracts)[];

/** Findings of a contract that measures so much, under limits that stand in mcpgen.yaml. */
function findingsAt(name: keyof typeof contracts, value: number, setting?: number) {
  const { files, limits } = contracts[name](value);
  const all = { ...limits, ...(setting === undefined ? {} : { [name]: setting }) };
  const config = { mcpgen: 1, server: { name: 'a', version: '1.0.0' }, limits: all };
  return analyse(createMemoryHost({ 'mcpgen.yaml': JSON.stringify(config), ...files })).diagnostics.filter(
    ({ severity }) => severity === 'error',
  );
}

const digits = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

test('every limit of the table has a contract', () => {
  expect([...names, 'seconds', 'findings'].sort()).toEqual([...limitNames].sort());
});

test.each(names)('%s: its default is accepted, one more is not, and the setting raises it', (name) => {
  const { default: limit, hard } = limitTable[name];
  expect(findingsAt(name, limit)).toEqual([]);

  const [finding, ...others] = findingsAt(name, limit + 1);
  expect(others).toEqual([]);
  expect(finding?.code).toBe('limits/exceeded');
  expect(finding?.message).toContain(`${digits(limit + 1)} `);
  expect(finding?.message).toContain(`the limit is ${digits(limit)}`);
  expect(finding?.help).toContain(`\`limits.${name}\` in mcpgen.yaml (at most ${digits(hard)})`);
  const isOfTheProject = ['manifestFiles', 'totalBytes', 'totalSubschemas'].includes(name);
  expect(finding?.span?.file.path).toBe(isOfTheProject ? undefined : 'manifests/tools.yaml');

  expect(findingsAt(name, limit + 1, limit + 1)).toEqual([]);
});

test.each(limitNames)(
  '%s: nothing raises it beyond the hard maximum, and the schema of mcpgen.yaml says so',
  (name) => {
    const { default: usual, hard } = limitTable[name];
    const withLimit = (value: number) => {
      const config = { mcpgen: 1, server: { name: 'a', version: '1.0.0' }, limits: { [name]: value } };
      return analyse(createMemoryHost({ 'mcpgen.yaml': JSON.stringify(config), 'manifests/a.yaml': 'tools: []' }));
    };
    expect(withLimit(hard)).toMatchObject({ diagnostics: [], project: { limits: { [name]: hard } } });
    expect(withLimit(hard + 1).diagnostics).toMatchObject([{ code: 'manifest/bad-value' }]);
    expect(withLimit(hard + 1).diagnostics[0]?.message).toContain(`must be at most ${hard}`);

    const described = limitsInSchema[name];
    expect(described).toMatchObject({ maximum: hard });
    expect(described.description).toContain(`Default ${usual}, at most ${hard}.`);
  },
);

const limitsInSchema = (
  JSON.parse(readFileSync(new URL('../../schemas/mcpgen.schema.json', import.meta.url), 'utf8')) as {
    properties: { limits: { properties: Record<LimitName, { description: string; maximum: number }> } };
  }
).properties.limits.properties;

/** What a lowered limit shows without a large contract: the other places where it counts. */
test.each<[LimitName, number, object, string]>([
  ['objectProperties', 2, { required: ['a', 'b', 'c'] }, '`required` has 3 properties'],
  ['objectProperties', 1, { patternProperties: { a: true, b: true } }, '`patternProperties` has 2 properties'],
  ['propertyNameLength', 3, { dependentRequired: { abcd: [] } }, 'this property name has 4 characters'],
  ['patternLength', 3, { patternProperties: { abcd: true } }, 'this pattern has 4 characters'],
  ['branches', 1, { allOf: [true, true] }, '`allOf` has 2 branches'],
  ['descriptionLength', 3, { $comment: 'four' }, 'this `$comment` has 4 characters'],
  ['enumBytes', 5, { items: { const: 'four' } }, 'this schema has at least 6 bytes of `enum` and `const`'],
  ['valueBytes', 5, { 'x-data': 'four' }, 'this value has 6 bytes'],
  ['valueDepth', 1, { const: [[1]] }, 'this value has 2 levels of nesting'],
  ['tupleItems', 1, { $schema: 'http://json-schema.org/draft-07/schema#', items: [{}, {}] }, 'this tuple has 2 items'],
  [
    'compositionPaths',
    4,
    { $defs: { a: { allOf: [true, true] } }, allOf: [{ $ref: '#/$defs/a' }] },
    'this schema has at least 5 ways',
  ],
  [
    'compositionPaths',
    3,
    JSON.parse('{ "if": true, "then": { "anyOf": [true, true] }, "else": true }'),
    'this schema has at least 6 ways',
  ],
])('%s of %i counts %j too', (name, limit, schema, message) => {
  const config = { mcpgen: 1, server: { name: 'a', version: '1.0.0' }, limits: { [name]: limit } };
  const text = JSON.stringify({ schemas: { Thing: schema } });
  const { diagnostics } = analyse(
    createMemoryHost({ 'mcpgen.yaml': JSON.stringify(config), 'manifests/a.yaml': text }),
  );
  expect(diagnostics.map((each) => each.message)).toEqual([expect.stringContaining(message)]);
});
