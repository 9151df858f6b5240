import { isRecord, stepsOf } from './json.js';
import type { MappingDefinition } from './workflow.js';
import type { WorkflowScope } from './workflow-scope.js';

/** A value made of parts; `undefined` when there was none for it. `skipped` names a step whose result it lacks. */
export type Assembled = { readonly value: unknown } | { readonly skipped: string };

/**
 * Puts the parts of a step's input together, in the order of the list. A part that is not there is left out, unless it has a
 * default; one of a skipped step decides that there is no value at all.
 */
export function assembleInput(mappings: readonly MappingDefinition[], scope: WorkflowScope): Assembled {
  let value: unknown;
  for (const mapping of mappings) {
    const part = partOf(mapping, scope);
    if ('skipped' in part) return part;
    value = place(value, mapping.to, part.value);
  }
  return { value: value === undefined ? {} : value };
}

/** The same for a workflow's output and for compensations, where what a skipped step lacks is left out. */
export function assembleRest(mappings: readonly MappingDefinition[], scope: WorkflowScope): unknown {
  let value: unknown;
  for (const mapping of mappings) {
    const part = partOf(mapping, scope);
    value = place(value, mapping.to, 'skipped' in part ? undefined : part.value);
  }
  return value;
}

function partOf({ from, value, default: otherwise }: MappingDefinition, scope: WorkflowScope): Assembled {
  if (from === undefined) return { value };
  const found = scope.resolve(from);
  if (found.kind === 'value') return { value: found.value };
  if (otherwise !== undefined) return { value: otherwise };
  return found.kind === 'skipped' ? { skipped: found.step } : { value: undefined };
}

/** A place inside of the whole makes it an object, even where the part for it is missing. */
function place(whole: unknown, pointer: string, part: unknown): unknown {
  if (pointer !== '' && whole === undefined) return place({}, pointer, part);
  return part === undefined ? whole : put(whole, stepsOf(pointer), part);
}

/** The same value with a part at a place; what is on the way there and no object becomes one. Nothing is changed, results are shared. */
function put(whole: unknown, [name, ...rest]: readonly string[], part: unknown): unknown {
  if (name === undefined) return part;
  // Toward every other reader of the value this name would be its prototype.
  if (name === '__proto__') return whole;
  const members = isRecord(whole) ? whole : {};
  return { ...members, [name]: put(Object.hasOwn(members, name) ? members[name] : undefined, rest, part) };
}
