import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.js';
import { feeds } from '../../flow/flow.js';
import type { JsonObject, JsonPath } from '../../json.js';
import type { Mapping, WorkflowStep } from '../../manifest/manifest.generated.js';
import type { WorkflowEntry } from '../../manifest/read-manifests.js';
import { parseReference } from '../../model/workflow-reference.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { absentPart } from '../absent-part.js';
import { type Callable, unknownCallee } from '../callables.js';
import { describeReasons } from '../explain-flow.js';
import { checkAssembly } from './assembly.js';
import { checkConditions } from './check-conditions.js';
import { resultOf } from './results.js';
import type { Scope } from './scope.js';

/** A step, and the names given before it. */
export interface StepPlace {
  readonly entry: WorkflowEntry;
  readonly step: WorkflowStep;
  readonly index: number;
  readonly callables: ReadonlyMap<string, Callable>;
  readonly scope: Scope;
  readonly schemas: ResolvedSchemas;
}

/** What a step calls, what it gives it, when it does, and what it makes of the result. */
export function checkStep(place: StepPlace): Diagnostic[] {
  const { step, entry, index, scope, callables, schemas } = place;
  const kind = step.tool === undefined ? 'workflow' : 'tool';
  const name = step.tool ?? step.workflow ?? '';
  const callee = callables.get(name);
  const conditions = { doc: entry.origin.doc, path: [...entry.origin.path, 'steps', index] };
  return [
    ...(callee?.entry.kind === kind ? [] : [unknownCallee(kind, name, spanIn(place, kind), callables)]),
    ...checkAfter(place),
    ...checkConditions(step, conditions, scope, schemas),
    ...checkInput(place, step.inputs ?? [], ['inputs'], name, callee?.input),
    ...checkNamedResults(place, callee),
    ...checkPosition(place, callee),
    ...checkFallback(place, callee),
  ];
}

function spanIn({ entry, index }: StepPlace, ...path: JsonPath): Span {
  return entry.origin.doc.locate([...entry.origin.path, 'steps', index, ...path]);
}

function checkInput(
  { entry, index, step, scope, callables }: StepPlace,
  mappings: readonly Mapping[],
  path: JsonPath,
  name: string,
  target: JsonObject | undefined,
): Diagnostic[] {
  const isWritten = step.inputs !== undefined || path.length > 1;
  const place: JsonPath = ['steps', index, ...(isWritten ? path : ['id'])];
  const origin = { doc: entry.origin.doc, path: [...entry.origin.path, ...place] };
  const callee = callables.get(name)?.entry.origin;
  const related = callee && [
    { message: 'it takes this', span: callee.doc.locate([...callee.path, 'inputSchema'], 'key') },
  ];
  const purpose = `the input of ${JSON.stringify(name)}`;
  return checkAssembly({ mappings, origin, scope, target, purpose, hasGaps: false, ...(related && { related }) });
}

function checkAfter(place: StepPlace): Diagnostic[] {
  const ids = place.entry.declaration.steps.map((each) => each.id);
  return (place.step.after ?? []).flatMap((name, position) => {
    const found = ids.indexOf(name);
    if (found !== -1 && found < place.index) return [];
    const params = { name, isLater: found !== -1 };
    return [diagnose('workflow/unknown-source', params, { span: spanIn(place, 'after', position) })];
  });
}

/** Parts of the result that get a name are there. */
function checkNamedResults(place: StepPlace, callee: Callable | undefined): Diagnostic[] {
  const { outputs = [], id } = place.step;
  if (callee === undefined || outputs.length === 0) return [];
  const result = resultOf(callee);
  if (result === 'unknown') return [];
  if (result === 'nothing') {
    const span = place.entry.origin.doc.locate([...place.entry.origin.path, 'steps', place.index, 'outputs'], 'key');
    return [diagnose('workflow/no-result', { step: id, callee: callee.entry.name }, { span })];
  }
  return outputs.flatMap(({ from }, position) => {
    const absent = absentPart(result.schema, from);
    if (absent === undefined) return [];
    const params = { from: `the result of ${JSON.stringify(callee.entry.name)}`, place: from, ...absent };
    return [diagnose('workflow/absent-part', params, { span: spanIn(place, 'outputs', position, 'from') })];
  });
}

/** `pipeline_position` of tools: no step feeds a source, and nobody uses the result of a sink. */
function checkPosition(place: StepPlace, callee: Callable | undefined): Diagnostic[] {
  const { step, scope, callables, entry } = place;
  return (step.inputs ?? []).flatMap(({ from }, index) => {
    const found = from === undefined ? undefined : scope.find(from);
    const source = found !== undefined && 'source' in found ? found.source : undefined;
    if (from === undefined || source === undefined || source.value === 'input') return [];
    const span = spanIn(place, 'inputs', index, 'from');
    const producer = entry.declaration.steps.find((each) => each.id === source.value)?.tool ?? '';
    if (positionOf(callables.get(producer)) === 'sink') {
      return [diagnose('workflow/position', { tool: producer, position: 'sink' }, { span })];
    }
    if (positionOf(callee) !== 'source' || step.tool === undefined) return [];
    return [diagnose('workflow/position', { tool: step.tool, position: 'source' }, { span })];
  });
}

function positionOf(callee: Callable | undefined): string | undefined {
  const { entry } = callee ?? {};
  return entry?.kind === 'tool' ? entry.declaration.composition?.pipeline_position : undefined;
}

/** The tool that stands in takes its input, and gives what later steps expect. */
function checkFallback(place: StepPlace, callee: Callable | undefined): Diagnostic[] {
  const { step, callables, entry } = place;
  const { tool, inputs } = step.error_handling ?? {};
  if (tool === undefined) return [];
  const path: JsonPath = ['error_handling'];
  const fallback = callables.get(tool);
  if (fallback?.entry.kind !== 'tool') {
    return [unknownCallee('tool', tool, spanIn(place, ...path, 'tool'), callables)];
  }
  const mappings = inputs ?? step.inputs ?? [];
  const input = checkInput(
    place,
    mappings,
    inputs === undefined ? [...path, 'tool'] : [...path, 'inputs'],
    tool,
    fallback.input,
  );
  // What the step's own input refers to has been reported there.
  const told = ['workflow/unknown-source', 'workflow/absent-part', 'workflow/no-result'];
  const own = inputs === undefined ? input.filter((each) => !told.includes(each.code)) : input;
  const [given, expected] = [resultOf(fallback), resultOf(callee)];
  if (typeof given === 'string' || typeof expected === 'string' || !isUsed(step, entry)) return own;
  const verdict = feeds(given.schema, expected.schema);
  if (verdict.ok) return own;
  const params = { fallback: tool, tool: callee?.entry.name ?? '', reasons: describeReasons(verdict.reasons) };
  return [...own, diagnose('workflow/fallback', params, { span: spanIn(place, ...path, 'tool') })];
}

/** Whether anything refers to the step's result. */
function isUsed({ id, outputs = [] }: WorkflowStep, { declaration }: WorkflowEntry): boolean {
  const names = new Set([id, ...outputs.map((each) => each.to)]);
  const mappings = [
    ...declaration.steps.flatMap((step) => [...(step.inputs ?? []), ...(step.error_handling?.inputs ?? [])]),
    ...(declaration.outputs ?? []),
    ...(declaration.rollback_strategy?.compensations ?? []).flatMap((each) => each.inputs),
  ];
  const conditions = declaration.steps.flatMap((step) => step.conditions ?? []);
  const references = [...mappings.map((each) => each.from), ...conditions.map((each) => each.parameters['from'])];
  return references.some((each) => typeof each === 'string' && names.has(parseReference(each).origin));
}
