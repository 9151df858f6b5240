import { findCovered } from '../../flow/covered.js';
import { Work } from '../../flow/work.js';
import { type JsonValue, mentions, toPointer } from '../../json.js';
import { bundlesOf } from '../lint/invalid-values.js';
import { membersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

/** More branches are not compared with one another: that takes a time that grows with their square. */
const mostBranches = 16;

/** Steps for all comparisons of a contract together, about half a second; what is beyond is not said. */
const mostSteps = 100_000;

export const oneOfOverlap = defineRule({
  id: 'one-of-overlap',
  summary: 'No branch of a `oneOf` accepts all that another one accepts: such values match both, and are refused.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    const bundles = bundlesOf(contract);
    const work = new Work(mostSteps);
    for (const view of contract.schemas) {
      const bundle = bundles.get(view);
      if (bundle === undefined || !mentions(view.root, 'oneOf')) continue;
      if (Object.hasOwn(view.root, '$ref') && !Object.hasOwn(bundle, '$ref')) continue;
      for (const subschema of view.subschemas) {
        const { schema, path, locate } = subschema;
        const { oneOf } = schema;
        if (!Array.isArray(oneOf) || oneOf.length < 2 || oneOf.length > mostBranches || areApart(subschema)) continue;
        const pointers = oneOf.map((_, index) => toPointer([...path, 'oneOf', index]));
        const pair = findCovered(bundle, pointers, work);
        if (pair === undefined) continue;
        const [inner, outer] = pair;
        yield {
          message: `all that branch ${inner + 1} of this \`oneOf\` accepts, branch ${outer + 1} accepts too, so that two match and the value is refused`,
          span: locate(['oneOf', inner]),
          help: 'write `anyOf`, or make the branches exclude one another, by a `const` for instance',
          related: [{ message: `branch ${outer + 1} stands here`, span: locate(['oneOf', outer]) }],
        };
      }
    }
  },
});

/** Seen without a comparison: a type of its own for each branch, or a property that each has other values for. */
function areApart({ children, schema: { oneOf } }: SubschemaView): boolean {
  const branches = children.filter(({ keyword }) => keyword === 'oneOf');
  if (!Array.isArray(oneOf) || branches.length !== oneOf.length) return false;
  const types = branches.map((each) => (each.target ?? each).schema['type']);
  if (types.every((type) => typeof type === 'string' && type !== 'number') && isDistinct(types)) return true;
  const members = branches.map((branch) => new Map(membersOf(branch).map((each) => [each.path.at(-1), each])));
  return [...(members[0]?.keys() ?? [])].some((name) =>
    isDistinct(members.flatMap((each) => valuesOf(each.get(name)) ?? [null, null])),
  );
}

/** The values that a `const` or an `enum` leaves. */
function valuesOf(subschema: SubschemaView | undefined): readonly JsonValue[] | undefined {
  const { const: constant, enum: values } = subschema?.schema ?? {};
  if (constant !== undefined) return [constant];
  return Array.isArray(values) ? values : undefined;
}

function isDistinct(values: readonly (JsonValue | undefined)[]): boolean {
  return new Set(values.map((each) => JSON.stringify(each))).size === values.length;
}
