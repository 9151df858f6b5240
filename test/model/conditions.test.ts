import { expect, test } from 'vitest';
import { findingsOf, modelOf } from '../support/contract.js';

const manifest = (matches: string) => `schemas:
  Status: { enum: [open, closed] }
tools:
  - name: look
    description: Looks something up.
    inputSchema: { type: object }
    outputSchema: { type: object, properties: { text: { type: string } }, required: [text] }
workflows:
  - id: flow
    name: Flow
    description: Looks twice.
    inputSchema: { type: object }
    steps:
      - { id: one, tool: look }
      - id: two
        tool: look
        conditions:
          - type: value_based
            parameters:
              from: one/text
              matches: ${matches}
`;

const conditionIn = (matches: string) => modelOf(manifest(matches)).workflows[0]?.steps[1]?.conditions[0];

test('the schema of a condition may refer to shared ones, and becomes self-contained', () => {
  expect(conditionIn("{ $ref: '#/schemas/Status' }")).toEqual({
    type: 'value_based',
    parameters: { from: 'one/text', matches: { enum: ['open', 'closed'] } },
  });
  expect(conditionIn("{ not: { $ref: '#/schemas/Status' } }")?.parameters['matches']).toEqual({
    not: { $ref: '#/$defs/Status' },
    $defs: { Status: { enum: ['open', 'closed'] } },
  });
});

test('patterns of it that may take long are named', () => {
  expect(conditionIn("{ pattern: '^.*a.*b.*$' }")?.limitedPatterns).toEqual(['^.*a.*b.*$']);
  expect(conditionIn("{ pattern: '^a+$' }")?.limitedPatterns).toBeUndefined();
});

test.each([
  ['{ type: strng }', 'schema/invalid 21:32'],
  ["{ $ref: '#/schemas/Stat' }", 'schema/ref-missing 21:32'],
])('a mistake in it is found where it stands: %s', (matches, expected) => {
  expect(findingsOf(manifest(matches))).toContain(expected);
});
