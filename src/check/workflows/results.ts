import type { JsonObject } from '../../json.js';
import type { Callable } from '../callables.js';

/** What a tool without an `outputSchema` gives its workflow: the text of its answer. */
const textResult: JsonObject = { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] };

/** What a step gives, as far as it is known: a value of a schema, or nothing at all. */
export type Result = { readonly schema: JsonObject } | 'nothing' | 'unknown';

/** Nothing comes of a workflow without `outputs`; what has an error of its own is unknown. */
export function resultOf(callee: Callable | undefined): Result {
  if (callee === undefined) return 'unknown';
  if (callee.output !== undefined) return { schema: callee.output };
  if (callee.entry.declaration.outputSchema !== undefined) return 'unknown';
  return callee.entry.kind === 'tool' ? { schema: textResult } : 'nothing';
}
