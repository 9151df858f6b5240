import type { JsonObject } from '../json.js';
import { type ArrayShape, everyArray, settleArray } from './array-shape.js';
import { type Demands, demand, type SchemaConstraint } from './constraint.js';
import type { Evaluator } from './evaluator.js';
import { childPointer } from './schema-index.js';
import { everything } from './value-set.js';

const arrayKeywords = [
  'items',
  'prefixItems',
  'additionalItems',
  'contains',
  'minItems',
  'maxItems',
  'uniqueItems',
  'unevaluatedItems',
];

/** What the keywords for arrays say, whatever `type` says. The very list of `everything` when they say nothing. */
export function arraysOf(
  constraint: SchemaConstraint,
  schema: JsonObject,
  evaluator: Evaluator,
): readonly ArrayShape[] {
  if (!arrayKeywords.some((keyword) => Object.hasOwn(schema, keyword))) return everything.arrays;
  const { prefix, rest } = items(constraint, schema, evaluator);
  const contained = containedItems(constraint, schema, evaluator);
  const shape: ArrayShape = {
    prefix,
    rest,
    fewest: Math.max(atLeast(schema['minItems'], 0), contained.fewest),
    most: Math.min(atLeast(schema['maxItems'], Number.POSITIVE_INFINITY), contained.most),
    exact: contained.exact && schema['uniqueItems'] !== true && schema['unevaluatedItems'] === undefined,
  };
  const isEvery =
    shape.exact && prefix.length === 0 && rest.length === 0 && shape.fewest === 0 && shape.most === everyArray.most;
  if (isEvery) return everything.arrays;
  const settled = settleArray(shape, evaluator);
  return settled === undefined ? [] : [settled];
}

function items(
  constraint: SchemaConstraint,
  schema: JsonObject,
  evaluator: Evaluator,
): { prefix: readonly Demands[]; rest: Demands } {
  const [tuple, others] = evaluator.index.dialect.hasPrefixItems
    ? ['prefixItems', 'items']
    : ['items', 'additionalItems'];
  const listed = schema[tuple];
  const prefix = Array.isArray(listed)
    ? listed.map((item, index) => [demand(childPointer(constraint.pointer, tuple, String(index)), item)])
    : [];
  // In older dialects `additionalItems` means nothing unless `items` is a list, and `items` may be one schema for all.
  const keyword = tuple === 'items' && !Array.isArray(listed) ? 'items' : others;
  const rest = evaluator.child(constraint, schema, keyword);
  return { prefix, rest: rest === undefined || rest.schema === true ? [] : [rest] };
}

/** `contains` can only be said as far as it limits the length. */
function containedItems(
  constraint: SchemaConstraint,
  schema: JsonObject,
  evaluator: Evaluator,
): Pick<ArrayShape, 'fewest' | 'most' | 'exact'> {
  const contains = evaluator.child(constraint, schema, 'contains');
  const every = everyArray.most;
  if (contains === undefined) return { fewest: 0, most: every, exact: true };
  const { isModern } = evaluator.index.dialect;
  const fewest = isModern ? atLeast(schema['minContains'], 1) : 1;
  const most = isModern ? atLeast(schema['maxContains'], every) : every;
  if (evaluator.isNever([contains])) return { fewest: 0, most: fewest > 0 ? -1 : every, exact: true };
  if (evaluator.isUnknown([contains])) return { fewest, most, exact: true };
  evaluator.losses.add(constraint.pointer, 'contains');
  return { fewest, most: fewest > most ? -1 : every, exact: false };
}

function atLeast(bound: unknown, otherwise: number): number {
  return typeof bound === 'number' ? bound : otherwise;
}
