import type { JsonObject } from '../json.js';
import { arraysOf } from './array-keywords.js';
import type { SchemaConstraint } from './constraint.js';
import type { Evaluator } from './evaluator.js';
import { literalsOf } from './literal-values.js';
import { objectsOf } from './object-keywords.js';
import { noScalar, someScalar } from './scalar-set.js';
import { everything, intersect, nothingAtAll, type ValueSet } from './value-set.js';

const formats = ['pattern', 'format', 'contentEncoding', 'contentMediaType'];
const stringLimits = ['minLength', 'maxLength', ...formats];
const numberLimits = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'];

const everyString: ValueSet = { ...nothingAtAll, string: everything.string };
const someStrings: ValueSet = { ...nothingAtAll, string: someScalar };
const everyNumber: ValueSet = { ...nothingAtAll, number: everything.number };
const someNumbers: ValueSet = { ...nothingAtAll, number: someScalar };
const everyBoolean: ValueSet = { ...nothingAtAll, boolean: everything.boolean };
const onlyNull: ValueSet = { ...nothingAtAll, null: everything.null };

/** What `type`, `const`, `enum` and the keywords of one type say, before any that combine schemas. */
export function ownOf(constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ValueSet {
  const literals = literalsOf(schema, evaluator);
  const { type, nullable } = schema;
  if (literals === undefined && typeof type === 'string' && nullable !== true)
    return ofOneType(type, constraint, schema, evaluator);
  const types = allowedTypes(schema);
  const has = (name: string) => types === undefined || types.has(name);
  // Literals are held against the bounds already, all but some.
  const isInteger = literals === undefined && types !== undefined && !types.has('number');
  const isNumberLimited = isInteger || isLimited(schema, literals === undefined ? numberLimits : ['multipleOf']);
  const isStringLimited = isLimited(schema, literals === undefined ? stringLimits : formats);
  const objects = has('object') ? objectsOf(constraint, schema, evaluator) : nothingAtAll.objects;
  const arrays = has('array') ? arraysOf(constraint, schema, evaluator) : nothingAtAll.arrays;
  const isWhole = types === undefined && objects === everything.objects && arrays === everything.arrays;
  if (isWhole && !isNumberLimited && !isStringLimited) return literals ?? everything;
  const own: ValueSet = {
    null: has('null') ? everything.null : noScalar,
    boolean: has('boolean') ? everything.boolean : noScalar,
    number: has('number') || has('integer') ? (isNumberLimited ? someScalar : everything.number) : noScalar,
    string: has('string') ? (isStringLimited ? someScalar : everything.string) : noScalar,
    arrays,
    objects,
  };
  return literals === undefined ? own : intersect(own, literals, evaluator);
}

/** The usual case, and for most members of real schemas nothing has to be made for it. */
function ofOneType(type: string, constraint: SchemaConstraint, schema: JsonObject, evaluator: Evaluator): ValueSet {
  switch (type) {
    case 'string':
      return isLimited(schema, stringLimits) ? someStrings : everyString;
    case 'number':
      return isLimited(schema, numberLimits) ? someNumbers : everyNumber;
    case 'integer':
      return someNumbers;
    case 'boolean':
      return everyBoolean;
    case 'null':
      return onlyNull;
    case 'array':
      return { ...nothingAtAll, arrays: arraysOf(constraint, schema, evaluator) };
    case 'object':
      return { ...nothingAtAll, objects: objectsOf(constraint, schema, evaluator) };
    default:
      return nothingAtAll;
  }
}

function isLimited(schema: JsonObject, keywords: readonly string[]): boolean {
  return keywords.some((keyword) => Object.hasOwn(schema, keyword));
}

/** The names under `type`; undefined when every type is welcome. `nullable` is not JSON Schema, but validators know it. */
function allowedTypes(schema: JsonObject): ReadonlySet<string> | undefined {
  const { type } = schema;
  if (typeof type !== 'string' && !Array.isArray(type)) return undefined;
  const types = new Set((typeof type === 'string' ? [type] : type).filter((name) => typeof name === 'string'));
  if (schema['nullable'] === true) types.add('null');
  return types;
}
