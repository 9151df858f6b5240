import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { everyArray } from './array-shape.js';
import { impossible, madeUp } from './constraint.js';
import { everyObject, type Knowledge, withoutPrototype } from './object-shape.js';
import { noScalar, type ScalarSet } from './scalar-set.js';
import { intersect, nothingAtAll, type ValueSet } from './value-set.js';

/**
 * What `const` and `enum` say; undefined when neither is there. Literals that the schema's own bounds refuse are left out;
 * patterns and formats are not run.
 */
export function literalsOf(schema: JsonObject, knowledge: Knowledge): ValueSet | undefined {
  const constant = schema['const'];
  const one = constant === undefined ? undefined : oneOf([constant], schema);
  const listed = schema['enum'];
  const some = Array.isArray(listed) ? oneOf(listed, schema) : undefined;
  return one !== undefined && some !== undefined ? intersect(one, some, knowledge) : (one ?? some);
}

function oneOf(values: readonly JsonValue[], schema: JsonObject): ValueSet {
  return {
    ...nothingAtAll,
    null: listed(values.filter((value) => value === null)),
    boolean: listed(values.filter((value) => typeof value === 'boolean')),
    number: listed(values.filter((value) => typeof value === 'number').filter((value) => isInRange(value, schema))),
    string: listed(values.filter((value) => typeof value === 'string').filter((value) => isOfLength(value, schema))),
    arrays: values
      .filter((value) => Array.isArray(value))
      .map((value) => {
        const prefix = value.map((item) => [madeUp({ const: item })]);
        return { ...everyArray, prefix, rest: impossible, fewest: value.length, most: value.length };
      }),
    objects: values.filter(isJsonObject).map((value) => {
      const members = Object.entries(value).map(([name, member]) => {
        return [name, { demands: [madeUp({ const: member })], required: true }] as const;
      });
      return withoutPrototype({ ...everyObject, properties: new Map(members), rest: impossible });
    }),
  };
}

function isInRange(value: number, schema: JsonObject): boolean {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (type === 'integer' && !Number.isInteger(value)) return false;
  if (typeof minimum === 'number' && value < minimum) return false;
  if (typeof maximum === 'number' && value > maximum) return false;
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum) return false;
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum) return false;
  // Only with integers is the remainder exact.
  const isSure = Number.isSafeInteger(value) && Number.isSafeInteger(multipleOf);
  return !isSure || value % Number(multipleOf) === 0;
}

function isOfLength(value: string, schema: JsonObject): boolean {
  const { minLength, maxLength } = schema;
  if (minLength === undefined && maxLength === undefined) return true;
  const length = [...value].length;
  return (
    !(typeof minLength === 'number' && length < minLength) && !(typeof maxLength === 'number' && length > maxLength)
  );
}

function listed<T>(values: readonly T[]): ScalarSet<T> {
  return values.length === 0 ? noScalar : { values: [...new Set(values)], inverted: false, exact: true };
}
