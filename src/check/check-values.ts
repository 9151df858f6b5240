import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonPath, JsonValue } from '../json.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import { sizeOf } from '../limits/size-of.js';
import type {
  Example,
  Mapping,
  ResultMapping,
  ToolDeclaration,
  WorkflowDeclaration,
} from '../manifest/manifest.generated.js';
import type { Manifests, OfferEntry, ToolEntry, WorkflowEntry } from '../manifest/read-manifests.js';
import { offersOf } from './offers.js';

/** A place where any JSON may stand, from the tool or the workflow that holds it. */
type Place = readonly [JsonPath, unknown];

/** The depth and the size of every value of a contract that is no schema: metadata, examples, constants, parameters. */
export function checkValues(manifests: Manifests, limits: Limits): Diagnostic[] {
  const entries = [...manifests.tools, ...manifests.workflows, ...offersOf(manifests)];
  return entries.flatMap((entry) => {
    const { origin } = entry;
    return [...placesIn(entry)].flatMap(([path, value]) => {
      const { bytes, depth } = sizeOf(value as JsonValue);
      const span = origin.doc.locate([...origin.path, ...path], 'key');
      return [
        ...(depth > limits.valueDepth ? [exceeded('valueDepth', depth, limits, { span })] : []),
        ...(bytes > limits.valueBytes ? [exceeded('valueBytes', bytes, limits, { span })] : []),
      ];
    });
  });
}

function placesIn({ kind, declaration }: ToolEntry | WorkflowEntry | OfferEntry): Generator<Place> {
  if (kind === 'workflow') return placesInWorkflow(declaration);
  return kind === 'tool' ? placesInTool(declaration) : members(['_meta'], declaration._meta ?? {});
}

function* placesInTool({ _meta, documentation, semantics, composition }: ToolDeclaration): Generator<Place> {
  yield* members(['_meta'], _meta ?? {});
  yield* examples(['documentation', 'examples'], documentation?.examples);
  for (const [index, capability] of (semantics?.capabilities ?? []).entries()) {
    yield* examples(['semantics', 'capabilities', index, 'examples'], capability.examples);
  }
  for (const [name, list] of Object.entries(composition?.mappings ?? {})) {
    yield* mappings(['composition', 'mappings', name], list);
  }
}

function* placesInWorkflow({
  steps,
  outputs,
  error_handling,
  rollback_strategy,
}: WorkflowDeclaration): Generator<Place> {
  for (const [index, step] of steps.entries()) {
    yield* mappings(['steps', index, 'inputs'], step.inputs);
    yield* mappings(['steps', index, 'error_handling', 'inputs'], step.error_handling?.inputs);
    for (const [nth, condition] of (step.conditions ?? []).entries()) {
      yield [['steps', index, 'conditions', nth, 'parameters'], condition.parameters];
    }
  }
  yield* mappings(['outputs'], outputs);
  yield* mappings(['error_handling', 'inputs'], error_handling?.inputs);
  for (const [index, { inputs }] of (rollback_strategy?.compensations ?? []).entries()) {
    yield* mappings(['rollback_strategy', 'compensations', index, 'inputs'], inputs);
  }
}

function* examples(path: JsonPath, list: readonly Example[] = []): Generator<Place> {
  for (const [index, { input, output }] of list.entries()) yield* members([...path, index], { input, output });
}

function* mappings(path: JsonPath, list: readonly (Mapping | ResultMapping)[] = []): Generator<Place> {
  for (const [index, { value, default: otherwise }] of list.entries()) {
    yield* members([...path, index], { value, default: otherwise });
  }
}

function* members(path: JsonPath, object: Readonly<Record<string, unknown>>): Generator<Place> {
  for (const [name, value] of Object.entries(object)) if (value !== undefined) yield [[...path, name], value];
}
