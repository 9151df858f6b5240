import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { WorkflowEntry } from '../../manifest/read-manifests.js';
import { findCycles } from '../find-cycles.js';

/** Workflows that run themselves, through others or at once. */
export function checkCycles(workflows: readonly WorkflowEntry[]): Diagnostic[] {
  const byId = new Map(workflows.map((each) => [each.name, each]));
  const runsOf = (name: string) => {
    const entry = byId.get(name);
    return (entry?.declaration.steps ?? []).flatMap(({ workflow: inner }, index) =>
      entry !== undefined && inner !== undefined && byId.has(inner) ? [{ origin: entry.origin, index, inner }] : [],
    );
  };
  return findCycles(byId.keys(), runsOf, ({ inner }) => inner).map(({ names: cycle, closedBy: { origin, index } }) => {
    const span = origin.doc.locate([...origin.path, 'steps', index, 'workflow']);
    return diagnose('workflow/cycle', { cycle }, { span });
  });
}
