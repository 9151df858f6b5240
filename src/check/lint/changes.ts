import { changesSomething } from '../../runtime/effects.js';
import type { ToolView } from './contract.js';

/** How much a call of a tool leaves behind, by its effects, or by its hints where it has no semantics. */
export type Trace = 'nothing' | 'little' | 'much' | 'for good';

/** `little`: a change of low risk that can be undone. `for good`: one that cannot. Hints alone tell less: "may destroy" is `for good`. */
export function traceOf({ declaration }: Pick<ToolView, 'declaration'>): Trace {
  const { semantics, annotations } = declaration;
  if (semantics === undefined) {
    if (annotations?.readOnlyHint === true) return 'nothing';
    return annotations?.destructiveHint === true ? 'for good' : 'little';
  }
  const changing = semantics.side_effects.filter(changesSomething);
  if (changing.length === 0) return 'nothing';
  if (changing.some(({ reversible }) => !reversible)) return 'for good';
  return changing.some(({ risk_level }) => risk_level !== 'low') ? 'much' : 'little';
}
