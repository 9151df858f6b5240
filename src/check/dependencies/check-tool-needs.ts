import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { isRequired, type PlacedDependency } from './place.js';

/** Tools that tools need are in the contract, and no tool needs itself, directly or by way of others. */
export function checkToolNeeds(
  { tools, workflows }: Manifests,
  all: readonly PlacedDependency[],
  deadline: Deadline,
): Diagnostic[] {
  const exposed = workflows.filter(({ declaration }) => declaration.expose === 'tool');
  const names = new Set([...tools, ...exposed].map(({ name }) => name));
  const needs = new Map<string, PlacedDependency[]>();
  const diagnostics: Diagnostic[] = [];
  for (const each of all) {
    const { type, name } = each.dependency;
    if (type !== 'tool') continue;
    if (!names.has(name)) {
      deadline.check('checking the dependencies', each.tool.name);
      const suggestion = didYouMean(name, [...names]);
      diagnostics.push(diagnose('dependencies/unknown', { type, name, suggestion }, { span: each.at('name') }));
    } else if (isRequired(each)) needs.set(each.tool.name, [...(needs.get(each.tool.name) ?? []), each]);
  }
  return [...diagnostics, ...findCycles(needs)];
}

/**
 * Each circle once, at the entry that closes it in the order of the files. With a stack of its own: a contract may have more
 * tools in a row than calls can nest.
 */
function findCycles(needs: ReadonlyMap<string, readonly PlacedDependency[]>): Diagnostic[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const stack: { readonly name: string; readonly rest: Iterator<PlacedDependency, undefined> }[] = [];
  const diagnostics: Diagnostic[] = [];
  const enter = (name: string) => {
    open.add(name);
    stack.push({ name, rest: (needs.get(name) ?? []).values() });
  };
  for (const start of needs.keys()) {
    if (!done.has(start)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.next().value;
      const name = next?.dependency.name;
      if (next === undefined || name === undefined) {
        stack.pop();
        open.delete(top.name);
        done.add(top.name);
      } else if (open.has(name)) {
        const names = [...open];
        const cycle = [...names.slice(names.indexOf(name)), name];
        diagnostics.push(diagnose('dependencies/cycle', { cycle }, { span: next.at('name') }));
      } else if (!done.has(name)) enter(name);
    }
  }
  return diagnostics;
}
