import { expect, test } from 'vitest';
import { formats } from '../../src/runtime/formats.js';
import { validateSchema } from '../../src/runtime/validator.js';
import { suiteGroups } from '../validators/suite.js';

const groups = suiteGroups('optional/format/') ?? [];

/** Host names whose labels are reserved for internationalised names: what they decode to is not looked into. */
const isEncodedName = (format: unknown, data: unknown) => format === 'hostname' && /(^|\.)xn--/i.test(String(data));

test.skipIf(groups.length === 0)('formats as in the official tests (skipped where ../shared is absent)', () => {
  const strings = groups.flatMap(({ schema, tests }) =>
    tests
      .filter(({ data }) => typeof data === 'string' && Object.hasOwn(formats, String(schema['format'])))
      .map((each) => ({ format: schema['format'], ...each })),
  );
  const wrong = strings.filter(
    ({ format, data, valid }) => (validateSchema({ type: 'string', format }, data).length === 0) !== valid,
  );
  expect(strings.length).toBeGreaterThan(480);
  expect(wrong.filter(({ format, data }) => !isEncodedName(format, data))).toEqual([]);
  // Those are accepted although they are not valid; none is refused that is.
  expect(wrong.filter(({ valid }) => valid)).toEqual([]);
});

test('each format that is checked has official tests', () => {
  const tested = new Set(groups.map(({ schema }) => schema['format']));
  expect(groups.length === 0 ? [] : Object.keys(formats).filter((name) => !tested.has(name))).toEqual([]);
});

test('a format is checked where the schema says that the value is a string, and a note elsewhere', () => {
  const isValid = (schema: object, value: unknown) => validateSchema({ ...schema }, value).length === 0;
  expect(isValid({ type: 'string', format: 'uuid' }, 'x')).toBe(false);
  expect(isValid({ type: ['null', 'string'], format: 'uuid' }, 'x')).toBe(false);
  expect(isValid({ type: ['null', 'string'], format: 'uuid' }, null)).toBe(true);
  expect(isValid({ format: 'uuid' }, 'x')).toBe(true);
  expect(isValid({ type: 'string', format: 'idn-hostname' }, '-')).toBe(true);
  expect(isValid({ type: 'integer', format: 'int32' }, 2 ** 40)).toBe(true);
});

test.each([
  ['date-time', `2026-01-01T00:00:00.${'0'.repeat(100_000)}x`],
  ['duration', `P${'1'.repeat(100_000)}`],
  ['email', `${'a.'.repeat(50_000)}@`],
  ['email', `"${'\\\\'.repeat(50_000)}@x`],
  ['hostname', `${'a-'.repeat(50_000)}`],
  ['ipv6', ':'.repeat(100_000)],
  ['uri', `a:${'%41'.repeat(40_000)}%`],
  ['iri', `a://${'@'.repeat(100_000)}`],
  ['uri-template', `{${'a.'.repeat(50_000)}`],
  ['uri-template', `${'{a}'.repeat(40_000)}{`],
  ['json-pointer', `/${'~0'.repeat(50_000)}~`],
])('a long %s that is not one is refused at once', (format, text) => {
  expect(validateSchema({ type: 'string', format }, text)).toHaveLength(1);
});
