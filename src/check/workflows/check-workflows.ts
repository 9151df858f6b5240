import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Deadline } from '../../limits/deadline.js';
import type { WorkflowStep } from '../../manifest/manifest.generated.js';
import type { Manifests, WorkflowEntry } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { absentPart } from '../absent-part.js';
import { type Callable, callablesOf } from '../callables.js';
import { repetitions } from '../repetitions.js';
import { checkAssembly } from './assembly.js';
import { checkCycles } from './check-cycles.js';
import { checkRollback } from './check-rollback.js';
import { checkStep } from './check-step.js';
import { resultOf } from './results.js';
import { Scope } from './scope.js';

/** `ToolWorkflow` of Enhanced MCP 2.0, step by step: names lead somewhere, and every mapping makes a value that fits where it goes. */
export function checkWorkflows(manifests: Manifests, schemas: ResolvedSchemas, deadline: Deadline): Diagnostic[] {
  if (manifests.workflows.length === 0) return [];
  const callables = callablesOf(manifests, schemas);
  return [
    ...checkCycles(manifests.workflows),
    ...manifests.workflows.flatMap((entry) => checkWorkflow(entry, callables, schemas, deadline)),
  ];
}

function checkWorkflow(
  entry: WorkflowEntry,
  callables: ReadonlyMap<string, Callable>,
  schemas: ResolvedSchemas,
  deadline: Deadline,
): Diagnostic[] {
  const { steps, outputs, error_handling } = entry.declaration;
  const scope = new Scope(schemas.inputs.get(entry)?.schema, namesOf(steps));
  const diagnostics = [...checkNames(entry)];
  for (const [index, step] of steps.entries()) {
    deadline.check('checking the workflows', entry.name);
    const handling = step.error_handling ?? error_handling;
    diagnostics.push(...checkStep({ entry, step, index, callables, scope, schemas }));
    const callee = step.tool ?? step.workflow ?? '';
    const result = resultOf(callables.get(callee));
    const isSkippable =
      (step.conditions ?? []).length > 0 || handling?.strategy === 'skip' || usesSkippable(step, scope);
    const source = typeof result === 'string' ? undefined : { ...result, value: step.id, isSkippable };
    if (result === 'nothing') scope.addNothing({ step: step.id, callee });
    else scope.add(step.id, source && { ...source, pointer: '' });
    for (const { from, to } of step.outputs ?? []) {
      const isThere = source !== undefined && absentPart(source.schema, from) === undefined;
      scope.add(to, isThere ? { ...source, pointer: from } : undefined);
    }
  }
  if (outputs !== undefined) {
    const origin = { doc: entry.origin.doc, path: [...entry.origin.path, 'outputs'] };
    const target = schemas.outputs.get(entry)?.schema;
    const purpose = 'the `outputSchema` of the workflow';
    diagnostics.push(
      ...checkAssembly({ mappings: outputs, origin, scope, target, purpose, hasGaps: true, isOutput: true }),
    );
  }
  diagnostics.push(...checkRollback(entry, callables, scope));
  return diagnostics;
}

/** A step is skipped when one is that it takes a value from, unless it has another value instead. */
function usesSkippable({ inputs = [] }: WorkflowStep, scope: Scope): boolean {
  return inputs.some(({ from, default: otherwise }) => {
    if (from === undefined || otherwise !== undefined) return false;
    const found = scope.find(from);
    return 'source' in found && found.source?.isSkippable === true;
  });
}

function namesOf(steps: readonly WorkflowStep[]): Set<string> {
  return new Set(steps.flatMap((step) => [step.id, ...(step.outputs ?? []).map((each) => each.to)]));
}

function checkNames({ declaration, origin }: WorkflowEntry): Diagnostic[] {
  const given = declaration.steps.flatMap(({ id, outputs = [] }, index) => [
    { name: id, path: ['steps', index, 'id'] },
    ...outputs.map(({ to }, position) => ({ name: to, path: ['steps', index, 'outputs', position, 'to'] })),
  ]);
  const at = (path: JsonPath) => origin.doc.locate([...origin.path, ...path]);
  // `input` is there before any step, and stands nowhere.
  const all: { readonly name: string; readonly path: JsonPath }[] = [{ name: 'input', path: [] }, ...given];
  return repetitions(all, ({ name }) => name).map(({ entry: { name, path }, first }) => {
    const related = first.path.length === 0 ? [] : [{ message: 'it is given here first', span: at(first.path) }];
    return diagnose('workflow/duplicate-name', { name }, { span: at(path), related });
  });
}
