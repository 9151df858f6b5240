import { expect, test } from 'vitest';
import { analyse } from '../../src/compile.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { findingsOf } from '../support/contract.js';

/** A value of this depth is held against the schema 2^depth times. */
const nested = (depth: number): string => (depth === 0 ? '{ bad: 1 }' : `{ a: ${nested(depth - 1)} }`);

const branch = "{ properties: { a: { $ref: '#/$defs/T' }, bad: false } }";
const twoBranches = `tools:
  - name: a
    description: Takes a tree.
    inputSchema:
      type: object
      properties: { t: { $ref: '#/$defs/T' } }
      $defs: { T: { anyOf: [${branch}, ${branch}] } }
    documentation: { examples: [{ name: x, input: { t: ${nested(28)} } }] }
`;

test('an example that a validator would never be done with ends with the time of the build', () => {
  let now = 0;
  const { diagnostics, model } = analyse(
    createMemoryHost({
      'mcpgen.yaml': 'mcpgen: 1\nserver: { name: test, version: 1.0.0 }\nlimits: { seconds: 5 }\n',
      'manifests/tools.yaml': twoBranches,
    }),
    {
      // It goes on whenever somebody looks at it.
      clock: () => {
        now += 100;
        return now;
      },
    },
  );
  expect(model).toBeUndefined();
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the build took more than 5 seconds; it was checking the examples (a)',
  ]);
});

test('a pattern that may be slow is only tried on short texts, as at run time', () => {
  const slow = (length: number) => `tools:
  - name: a
    description: Takes a text.
    inputSchema: { type: object, properties: { s: { type: string, pattern: "^[a-z]*[a-y]*$" } } }
    documentation: { examples: [{ name: x, input: { s: ${'a'.repeat(length)} } }] }
`;
  expect(findingsOf(slow(2_000))).toEqual(['schema/slow-pattern 4:76']);
  expect(findingsOf(slow(3_000))).toEqual(['schema/slow-pattern 4:76', 'examples/input 5:56']);
});

test('values are compared as JSON: aliases, odd names and numbers', () => {
  const odd = `tools:
  - name: a
    description: Takes a text.
    inputSchema:
      type: object
      properties:
        constructor: { const: &one { x: 1.0 } }
        list: { type: array, uniqueItems: true }
      required: [constructor]
      additionalProperties: false
    documentation:
      examples:
        - { name: fine, input: { constructor: *one, list: [1, "1", { x: 1 }] } }
        - { name: twice, input: { constructor: { x: 1 }, list: [{ x: 1, y: 2 }, { y: 2, x: 1 }] } }
        - { name: absent, input: { list: [] } }
`;
  expect(findingsOf(odd)).toEqual(['examples/input 14:64', 'examples/input 15:34']);
});
