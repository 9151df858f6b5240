import type { Rule } from '../lint/rule.js';
import { changeWithoutRollback } from './change-without-rollback.js';
import { deepNesting } from './deep-nesting.js';
import { deterministicWithOutsideEffects } from './deterministic-with-outside-effects.js';
import { effectsContradictVerb } from './effects-contradict-verb.js';
import { hiddenInstructions } from './hidden-instructions.js';
import { hintContradictsVerb } from './hint-contradicts-verb.js';
import { idempotentContradictsVerb } from './idempotent-contradicts-verb.js';
import { irreversibleWithoutWarning } from './irreversible-without-warning.js';
import { missingDescription } from './missing-description.js';
import { missingHints } from './missing-hints.js';
import { missingSemantics } from './missing-semantics.js';
import { overlappingTools } from './overlapping-tools.js';
import { redundantTypeList } from './redundant-type-list.js';
import { retryNotIdempotent } from './retry-not-idempotent.js';
import { riskUnderstated } from './risk-understated.js';
import { undescribedParameter } from './undescribed-parameter.js';
import { vagueDescription } from './vague-description.js';

/** Every rule, in the order of their ids. A new one also has a line in `src/diagnostics/catalogue/lint.ts`. */
export const rules: readonly Rule[] = [
  changeWithoutRollback,
  deepNesting,
  deterministicWithOutsideEffects,
  effectsContradictVerb,
  hiddenInstructions,
  hintContradictsVerb,
  idempotentContradictsVerb,
  irreversibleWithoutWarning,
  missingDescription,
  missingHints,
  missingSemantics,
  overlappingTools,
  redundantTypeList,
  retryNotIdempotent,
  riskUnderstated,
  undescribedParameter,
  vagueDescription,
];
