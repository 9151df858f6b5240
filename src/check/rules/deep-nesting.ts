import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

/** Keywords that lead to a value inside the value. The others speak of the same value, or only define. */
const goingDown: ReadonlySet<string> = new Set([
  ...['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'],
  ...['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'contains'],
]);

const definitions: ReadonlySet<string> = new Set(['$defs', 'definitions']);

export const deepNesting = defineRule({
  id: 'deep-nesting',
  summary: 'Arguments are not nested deeper than models and hosts can handle.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  options: {
    max: { type: 'integer', description: 'Levels of objects and lists in an argument.', default: 5, minimum: 1 },
  },
  *check({ tools, workflows }, { max }) {
    for (const { input, name } of [...tools, ...workflows]) {
      const found = firstBeyond(input.subschemas[0], max);
      if (found === undefined) continue;
      yield {
        message: `an argument of ${JSON.stringify(name)} is nested more than ${max} ${max === 1 ? 'level' : 'levels'} deep`,
        span: found.locate([], 'key'),
        help: 'take the inner values as arguments of their own, or split the tool',
      };
    }
  },
});

/**
 * Where the input itself leads to values that lie deeper: a shared schema may be harmless by itself. Level by level, each
 * subschema at the least depth it has, so that recursion ends.
 */
function firstBeyond(root: SubschemaView | undefined, max: number): SubschemaView | undefined {
  let level = new Map<SubschemaView, SubschemaView>(root === undefined ? [] : [[root, root]]);
  const seen = new Set<SubschemaView>();
  for (let depth = 0; level.size > 0; depth++) {
    const below: typeof level = new Map();
    for (const [subschema, place] of level) {
      if (depth > max) return place;
      if (seen.has(subschema)) continue;
      seen.add(subschema);
      if (subschema.target !== undefined && !level.has(subschema.target)) level.set(subschema.target, place);
      for (const child of subschema.children) {
        const keyword = child.keyword ?? '';
        if (definitions.has(keyword)) continue;
        const next = goingDown.has(keyword) ? below : level;
        if (!next.has(child)) next.set(child, child.view === root?.view ? child : place);
      }
    }
    level = below;
  }
  return undefined;
}
