import fc, { type Arbitrary } from 'fast-check';
import type { JsonObject, JsonValue } from '../../../src/json.js';

export type DialectName = '2020-12' | '2019-09' | 'draft-07' | 'draft-06';

export const dialects: Readonly<Record<DialectName, string>> = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
};

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
// None that every object inherits, such as `toString`: TypeScript widens literals there, whatever the type says.
const name = fc.constantFrom('a', 'b', 'x-a', 'c d');
const names = fc.uniqueArray(name, { maxLength: 3 });
const few = fc.nat({ max: 2 });

/** Small values, of which enough are valid for enough of the schemas. */
export const randomValue: Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom<JsonValue[]>(null, true, false, 0, 1, 2, '', 'a', 'b', 'xx'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

/** A schema of a dialect out of a few keywords at each level, with definitions that refer to each other and to the root. */
export function randomSchema(dialect: DialectName): Arbitrary<JsonObject> {
  const isOld = dialect.startsWith('draft');
  const definitions = isOld ? 'definitions' : '$defs';
  const pointers = ['#', `#/${definitions}/A`, `#/${definitions}/B`];
  const withReferences = subschema(dialect, pointers);
  return fc
    .record({ root: level(dialect, withReferences, pointers), A: withReferences, B: subschema(dialect, []) })
    .map(({ root, A, B }) => {
      // Only B is safe to apply in place: it refers to nothing. Older dialects ignore what stands beside a reference.
      const schema = isOld ? root : { ...root, ...(A === true ? { $ref: pointers[2] ?? '' } : {}) };
      return { ...schema, $schema: dialects[dialect], [definitions]: { A, B } };
    });
}

function subschema(dialect: DialectName, pointers: readonly string[]): Arbitrary<JsonValue> {
  return fc.letrec<{ schema: JsonValue }>((tie) => ({
    schema: fc.oneof(
      { depthSize: 'small', maxDepth: 3 },
      fc.constantFrom<JsonValue[]>(true, false, {}, { type: 'string' }, { type: 'integer' }, { const: 'a' }),
      level(dialect, tie('schema'), pointers),
    ),
  })).schema;
}

/** One to five keywords, the later ones of a name winning. */
function level(dialect: DialectName, sub: Arbitrary<JsonValue>, pointers: readonly string[]): Arbitrary<JsonObject> {
  const common = [...ofValues(), ...ofObjects(sub), ...ofArrays(sub), ...combining(sub)];
  const keyword = fc.oneof(...common, ...ofDialect(dialect, sub), ...references(pointers));
  return fc
    .array(keyword, { minLength: 1, maxLength: 5 })
    .map((keywords) => Object.assign({}, ...keywords) as JsonObject);
}

type Keywords = Arbitrary<JsonObject>;

function one(keyword: string, value: Arbitrary<JsonValue>): Keywords {
  return value.map((each) => ({ [keyword]: each }));
}

function ofValues(): Keywords[] {
  const type = fc.oneof(
    fc.constantFrom(...types),
    fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
  );
  return [
    one('type', type),
    one('type', type),
    one('enum', fc.array(randomValue, { minLength: 1, maxLength: 3 })),
    one('const', randomValue),
    fc.constantFrom({ minimum: 1 }, { exclusiveMaximum: 2 }, { multipleOf: 2 }, { minLength: 1 }, { maxLength: 1 }),
  ];
}

function ofObjects(sub: Arbitrary<JsonValue>): Keywords[] {
  const pattern = fc.constantFrom('^x-', 'a', '^a$', '[ab]', '.*', '-a$');
  const properties = one('properties', fc.dictionary(name, sub, { maxKeys: 3, noNullPrototype: true }));
  const namesSchema = fc.constantFrom<JsonValue[]>(false, { enum: ['a', 'b'] }, { pattern: '^x-' }, { maxLength: 1 });
  return [
    properties,
    properties,
    one('required', names),
    one('additionalProperties', sub),
    one('patternProperties', fc.dictionary(pattern, sub, { maxKeys: 2, noNullPrototype: true })),
    one('propertyNames', namesSchema),
    one('minProperties', few),
    one('maxProperties', few),
  ];
}

function ofArrays(sub: Arbitrary<JsonValue>): Keywords[] {
  return [
    one('items', sub),
    one('minItems', few),
    one('maxItems', few),
    one('uniqueItems', fc.boolean()),
    one('contains', sub),
  ];
}

function combining(sub: Arbitrary<JsonValue>): Keywords[] {
  const some = fc.array(sub, { minLength: 1, maxLength: 3 });
  return [one('allOf', some), one('anyOf', some), one('oneOf', some), one('not', sub)];
}

function ofDialect(dialect: DialectName, sub: Arbitrary<JsonValue>): Keywords[] {
  const tuple = fc.array(sub, { minLength: 1, maxLength: 2 });
  const oldTuple = fc.record({ items: tuple, additionalItems: sub });
  const branches = fc.dictionary(fc.constantFrom('then', 'else'), sub, { noNullPrototype: true });
  const condition = fc.tuple(sub, branches).map(([holds, rest]) => ({ if: holds, ...rest }));
  const dependencies = one(
    'dependencies',
    fc.dictionary(name, fc.oneof(sub, names), { maxKeys: 2, noNullPrototype: true }),
  );
  const modern = [
    condition,
    one('dependentRequired', fc.dictionary(name, names, { maxKeys: 2, noNullPrototype: true })),
    one('dependentSchemas', fc.dictionary(name, sub, { maxKeys: 2, noNullPrototype: true })),
    one('unevaluatedProperties', sub),
    one('unevaluatedItems', sub),
    fc.record({ contains: sub, minContains: few }),
    fc.record({ contains: sub, maxContains: fc.constantFrom(1, 2) }),
  ];
  switch (dialect) {
    case '2020-12':
      return [one('prefixItems', tuple), ...modern];
    case '2019-09':
      return [oldTuple, ...modern];
    case 'draft-07':
      return [oldTuple, dependencies, condition];
    case 'draft-06':
      return [oldTuple, dependencies];
  }
}

/** References stand below a member, so that following them ends when the value does. */
function references(pointers: readonly string[]): Keywords[] {
  if (pointers.length === 0) return [];
  const target = fc.constantFrom(...pointers).map(($ref) => ({ $ref }));
  return [one('properties', fc.dictionary(fc.constantFrom('a', 'b'), target, { minKeys: 1, noNullPrototype: true }))];
}
