import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

export const undescribedParameter = defineRule({
  id: 'undescribed-parameter',
  summary: 'Every argument of a tool has a description, or says by its constant or its values what it is.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ tools, workflows }) {
    for (const { name, input } of [...tools, ...workflows]) {
      const [root] = input.subschemas;
      for (const argument of argumentsOf(root)) {
        if (isDescribed(argument)) continue;
        yield {
          message: `the argument ${JSON.stringify(argument.path.at(-1))} of ${JSON.stringify(name)} has no description`,
          span: argument.locate([], 'key'),
          help: 'say what it is for, its form and its unit',
        };
      }
    }
  },
});

/** Those at the top: what stands deeper is often said by the name of what it stands in. */
function argumentsOf(root: SubschemaView | undefined): readonly SubschemaView[] {
  return root?.children.filter(({ keyword }) => keyword === 'properties') ?? [];
}

function isDescribed(argument: SubschemaView): boolean {
  const seen = new Set<SubschemaView>();
  for (let each: SubschemaView | undefined = argument; each !== undefined && !seen.has(each); each = each.target) {
    seen.add(each);
    const { description, title, const: constant, enum: values } = each.schema;
    if (constant !== undefined || values !== undefined) return true;
    if ([description, title].some((text) => typeof text === 'string' && text.trim() !== '')) return true;
  }
  return false;
}
