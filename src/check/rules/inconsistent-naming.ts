import { type NameStyle, styleOf } from '../lint/name-style.js';
import { defineRule } from '../lint/rule.js';

/** How much larger the largest group must be than the one that is reported: otherwise nobody knows which is the odd one. */
const clearly = 2;

export const inconsistentNaming = defineRule({
  id: 'inconsistent-naming',
  summary: 'The names of all tools are put together in one way.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools, workflows }) {
    const groups = new Map<NameStyle, (typeof all)[number][]>();
    const all = [...tools, ...workflows.filter(({ tool }) => tool !== undefined)];
    for (const each of all) {
      const style = styleOf(each.name);
      if (style !== undefined) groups.set(style, [...(groups.get(style) ?? []), each]);
    }
    const [most, ...others] = [...groups].sort(([, a], [, b]) => b.length - a.length);
    if (most === undefined) return;
    const [usual, [example]] = most;
    for (const [style, [first, ...more]] of others) {
      if (first === undefined || example === undefined || most[1].length < clearly * (more.length + 1)) continue;
      const rest = more.length === 0 ? 'is' : `and ${more.length} more are`;
      yield {
        message: `${JSON.stringify(first.name)} ${rest} written in ${style}, and most names here in ${usual}`,
        span: first.locate([nameKeyOf(first.entry.kind)]),
        help: `write all of them in ${usual}: models mistake names that they have to guess`,
        related: [{ message: 'such as this one', span: example.locate([nameKeyOf(example.entry.kind)]) }],
      };
    }
  },
});

function nameKeyOf(kind: 'tool' | 'workflow'): string {
  return kind === 'tool' ? 'name' : 'id';
}
