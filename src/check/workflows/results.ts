import type { JsonObject } from '../../json.js';
import type { Callable } from '../callables.js';

/** What a tool without an `outputSchema` gives its workflow: the text of its answer. */
const textResult: JsonObject = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };

/** The schema of what a step gives; undefined for a workflow without `outputs`, which gives nothing. */
export function resultOf(callee: Callable | undefined): JsonObject | undefined {
  if (callee === undefined) return undefined;
  return callee.output ?? (callee.entry.kind === 'tool' ? textResult : undefined);
}
