import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import { everyArray } from './array-shape.js';
import { impossible, madeUp } from './constraint.js';
import { everyObject, type Knowledge, withoutPrototype } from './object-shape.js';
import { noScalar, type ScalarSet } from './scalar-set.js';
import { intersect, nothingAtAll, type ValueSet } from './value-set.js';

/** What `const` and `enum` say; undefined when neither is there. */
export function literalsOf(schema: JsonObject, knowledge: Knowledge): ValueSet | undefined {
  const constant = schema['const'];
  const one = constant === undefined ? undefined : oneOf([constant]);
  const listed = schema['enum'];
  const some = Array.isArray(listed) ? oneOf(listed) : undefined;
  return one !== undefined && some !== undefined ? intersect(one, some, knowledge) : (one ?? some);
}

function oneOf(values: readonly JsonValue[]): ValueSet {
  return {
    ...nothingAtAll,
    null: listed(values.filter((value) => value === null)),
    boolean: listed(values.filter((value) => typeof value === 'boolean')),
    number: listed(values.filter((value) => typeof value === 'number')),
    string: listed(values.filter((value) => typeof value === 'string')),
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

function listed<T>(values: readonly T[]): ScalarSet<T> {
  return values.length === 0 ? noScalar : { values: [...new Set(values)], inverted: false, exact: true };
}
