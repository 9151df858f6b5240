import { expect, test } from 'vitest';
import { declareTypes } from '../../src/types/declare-types.js';
import { loadMeasure } from './measure.js';

const { measure, suiteGroups } = await loadMeasure();
const groups = suiteGroups();

/** Reached; to be raised with the types, never lowered. */
const floor = { rejectedVariable: 317, rejectedLiteral: 339 };

test.skipIf(groups === undefined)('the official suite (skipped where ../shared is absent)', () => {
  const { total, faults } = measure(groups ?? [], declareTypes);
  const wrong = faults.filter(({ kind }) => kind !== 'takes an invalid value');
  expect(
    wrong.map(({ kind, group, test: { description } = { description: '' } }) => [kind, group.description, description]),
  ).toEqual([]);
  expect(total.groups).toBeGreaterThanOrEqual(361);
  expect(total.valid + total.invalid).toBeGreaterThanOrEqual(1_250);
  expect(total.rejectedVariable).toBeGreaterThanOrEqual(floor.rejectedVariable);
  expect(total.rejectedLiteral).toBeGreaterThanOrEqual(floor.rejectedLiteral);
});
