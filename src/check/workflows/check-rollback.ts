import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { WorkflowEntry } from '../../manifest/read-manifests.js';
import { type Callable, unknownCallee } from '../callables.js';
import { checkAssembly } from './assembly.js';
import type { Scope } from './scope.js';

/** `rollback_strategy`: there is one when a step asks for it, it is asked for when it is there, and what it runs fits. */
export function checkRollback(
  entry: WorkflowEntry,
  callables: ReadonlyMap<string, Callable>,
  scope: Scope,
): Diagnostic[] {
  const { steps, error_handling, rollback_strategy } = entry.declaration;
  const at = (...path: JsonPath) => entry.origin.doc.locate([...entry.origin.path, ...path]);
  const report = (problem: string, mend: string, ...path: JsonPath) =>
    diagnose('workflow/rollback', { problem, mend }, { span: at(...path) });
  const asks = steps.findIndex((step) => (step.error_handling ?? error_handling)?.strategy === 'rollback');
  const compensations = rollback_strategy?.compensations ?? [];
  if (asks !== -1 && compensations.length === 0) {
    const own = steps[asks]?.error_handling !== undefined;
    const path: JsonPath = own ? ['steps', asks, 'error_handling', 'strategy'] : ['error_handling', 'strategy'];
    const mend = 'say with `rollback_strategy` what undoes each step, or use `abort`';
    return [report('there is nothing to roll back with', mend, ...path)];
  }
  if (asks === -1 && rollback_strategy !== undefined) {
    const span = entry.origin.doc.locate([...entry.origin.path, 'rollback_strategy'], 'key');
    const mend = 'say `error_handling: { strategy: rollback }`, or remove it';
    return [diagnose('workflow/rollback', { problem: 'no failure leads to these compensations', mend }, { span })];
  }
  const seen = new Set<string>();
  return compensations.flatMap(({ step, tool, inputs }, index) => {
    const path = ['rollback_strategy', 'compensations', index];
    const diagnostics: Diagnostic[] = [];
    if (!steps.some((each) => each.id === step)) {
      diagnostics.push(
        report(`there is no step ${JSON.stringify(step)}`, 'name a step of this workflow', ...path, 'step'),
      );
    } else if (seen.has(step)) {
      const mend = 'one compensation undoes a step: remove the other';
      diagnostics.push(report(`the step ${JSON.stringify(step)} is undone twice`, mend, ...path, 'step'));
    }
    seen.add(step);
    const callee = callables.get(tool);
    if (callee === undefined || callee.entry.kind !== 'tool') {
      return [...diagnostics, unknownCallee('tool', tool, at(...path, 'tool'), callables)];
    }
    const origin = { doc: entry.origin.doc, path: [...entry.origin.path, ...path, 'inputs'] };
    const purpose = `the input of ${JSON.stringify(tool)}`;
    const own = scope.afterFailure(step);
    diagnostics.push(
      ...checkAssembly({ mappings: inputs, origin, scope: own, target: callee.input, purpose, hasGaps: true }),
    );
    return diagnostics;
  });
}
