import { didYouMean } from '../diagnostics/suggest.js';
import { namesAt, schemaAt } from '../flow/flow.js';
import type { JsonObject } from '../json.js';
import { fromPointerStep } from '../json.js';
import { pointerTo } from '../runtime/json.js';

/** A part that no value has, and perhaps the one that was meant. */
export interface AbsentPart {
  /** JSON Pointer. */
  readonly suggestion?: string;
}

/** Undefined when some value of the schema may have something at the place. */
export function absentPart(schema: JsonObject, pointer: string): AbsentPart | undefined {
  if (schemaAt(schema, pointer) !== undefined) return undefined;
  const slash = pointer.lastIndexOf('/');
  if (slash === -1) return {};
  const parent = pointer.slice(0, slash);
  const meant = didYouMean(fromPointerStep(pointer.slice(slash + 1)), namesAt(schema, parent));
  return meant === undefined ? {} : { suggestion: pointerTo(parent, meant) };
}
