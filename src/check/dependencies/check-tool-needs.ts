import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests } from '../../manifest/read-manifests.js';
import { findCycles } from '../find-cycles.js';
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
  const cycles = findCycles(
    needs.keys(),
    (name) => needs.get(name) ?? [],
    ({ dependency }) => dependency.name,
  );
  return [
    ...diagnostics,
    ...cycles.map(({ names: cycle, closedBy }) =>
      diagnose('dependencies/cycle', { cycle }, { span: closedBy.at('name') }),
    ),
  ];
}
