import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { WorkflowEntry } from '../../manifest/read-manifests.js';

/** Workflows that run themselves, through others or at once. Each circle is reported once, at its first step in the order of the files. */
export function checkCycles(workflows: readonly WorkflowEntry[]): Diagnostic[] {
  const byId = new Map(workflows.map((each) => [each.name, each]));
  const done = new Set<string>();
  const open: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const visit = (entry: WorkflowEntry): void => {
    if (done.has(entry.name)) return;
    open.push(entry.name);
    for (const [index, { workflow }] of entry.declaration.steps.entries()) {
      const inner = workflow === undefined ? undefined : byId.get(workflow);
      if (inner === undefined) continue;
      const start = open.indexOf(inner.name);
      if (start === -1) visit(inner);
      else {
        const span = entry.origin.doc.locate([...entry.origin.path, 'steps', index, 'workflow']);
        diagnostics.push(diagnose('workflow/cycle', { cycle: [...open.slice(start), inner.name] }, { span }));
      }
    }
    open.pop();
    done.add(entry.name);
  };
  for (const entry of workflows) visit(entry);
  return diagnostics;
}
