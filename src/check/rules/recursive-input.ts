import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';

export const recursiveInput = defineRule({
  id: 'recursive-input',
  summary: 'What callers send does not contain itself.',
  scope: 'contract',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ tools, workflows }) {
    const known = new Map<SubschemaView, SubschemaView | undefined>();
    for (const { name, input } of [...tools, ...workflows]) {
      const root = input.subschemas[0];
      const found = root === undefined ? undefined : findCycle(root, known);
      if (found === undefined) continue;
      yield {
        message: `the input of ${JSON.stringify(name)} contains itself`,
        span: found.view === input ? found.locate(['$ref'], 'key') : input.locate([], 'key'),
        help: 'some model interfaces refuse recursion: write out as many levels as anybody needs, or send a flat list',
        ...(found.view === input
          ? {}
          : { related: [{ message: 'here it starts again', span: found.locate(['$ref']) }] }),
      };
    }
  },
});

/** A reference that leads back to a schema on the way to it. Each schema is walked once, however many inputs use it. */
function findCycle(
  root: SubschemaView,
  known: Map<SubschemaView, SubschemaView | undefined>,
): SubschemaView | undefined {
  const above = new Set<SubschemaView>();
  const stack: { readonly at: SubschemaView; readonly isLeaving: boolean }[] = [{ at: root, isLeaving: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { at } = next;
    if (next.isLeaving) {
      above.delete(at);
      known.set(at, undefined);
      continue;
    }
    if (known.has(at)) {
      const found = known.get(at);
      if (found !== undefined) return found;
      continue;
    }
    above.add(at);
    stack.push({ at, isLeaving: true });
    if (at.target !== undefined && above.has(at.target)) {
      for (const each of above) known.set(each, at);
      return at;
    }
    for (const below of at.target === undefined ? at.children : [...at.children, at.target]) {
      // Definitions count where something refers to them.
      if (below.keyword === '$defs' || below.keyword === 'definitions') {
        if (below !== at.target) continue;
      }
      stack.push({ at: below, isLeaving: false });
    }
  }
  return undefined;
}
