import type { Rule } from '../lint/rule.js';
import { arrayWithoutItems } from './array-without-items.js';
import { changeWithoutRollback } from './change-without-rollback.js';
import { deepNesting } from './deep-nesting.js';
import { defaultFailsSchema } from './default-fails-schema.js';
import { deterministicWithOutsideEffects } from './deterministic-with-outside-effects.js';
import { duplicateSchema } from './duplicate-schema.js';
import { effectsContradictVerb } from './effects-contradict-verb.js';
import { examplesFailSchema } from './examples-fail-schema.js';
import { formatWithoutType } from './format-without-type.js';
import { hiddenInstructions } from './hidden-instructions.js';
import { hintContradictsVerb } from './hint-contradicts-verb.js';
import { idempotentContradictsVerb } from './idempotent-contradicts-verb.js';
import { impossibleBounds } from './impossible-bounds.js';
import { impossibleEnumValue } from './impossible-enum-value.js';
import { inconsistentNaming } from './inconsistent-naming.js';
import { inconsistentParameterNaming } from './inconsistent-parameter-naming.js';
import { inconsistentParameterType } from './inconsistent-parameter-type.js';
import { irreversibleWithoutWarning } from './irreversible-without-warning.js';
import { largeEnum } from './large-enum.js';
import { missingDescription } from './missing-description.js';
import { missingHints } from './missing-hints.js';
import { missingInstructions } from './missing-instructions.js';
import { missingOutputSchema } from './missing-output-schema.js';
import { missingPagination } from './missing-pagination.js';
import { missingSemantics } from './missing-semantics.js';
import { misspelledFormat } from './misspelled-format.js';
import { oneOfOverlap } from './one-of-overlap.js';
import { openInput } from './open-input.js';
import { overlappingTools } from './overlapping-tools.js';
import { parameterName } from './parameter-name.js';
import { recursiveInput } from './recursive-input.js';
import { redundantTypeList } from './redundant-type-list.js';
import { requiredWithDefault } from './required-with-default.js';
import { requiredWithoutProperty } from './required-without-property.js';
import { retryNotIdempotent } from './retry-not-idempotent.js';
import { riskUnderstated } from './risk-understated.js';
import { rootComposition } from './root-composition.js';
import { secretInHeader } from './secret-in-header.js';
import { secretInInput } from './secret-in-input.js';
import { titleRepeatsName } from './title-repeats-name.js';
import { toolTokens } from './tool-tokens.js';
import { totalTokens } from './total-tokens.js';
import { unboundedArray } from './unbounded-array.js';
import { unboundedString } from './unbounded-string.js';
import { undescribedParameter } from './undescribed-parameter.js';
import { untypedParameter } from './untyped-parameter.js';
import { unusedSchema } from './unused-schema.js';
import { vagueDescription } from './vague-description.js';

/** Every rule, in the order of their ids. A new one also has a line in `src/diagnostics/catalogue/lint.ts`. */
export const rules: readonly Rule[] = [
  arrayWithoutItems,
  changeWithoutRollback,
  deepNesting,
  defaultFailsSchema,
  deterministicWithOutsideEffects,
  duplicateSchema,
  effectsContradictVerb,
  examplesFailSchema,
  formatWithoutType,
  hiddenInstructions,
  hintContradictsVerb,
  idempotentContradictsVerb,
  impossibleBounds,
  impossibleEnumValue,
  inconsistentNaming,
  inconsistentParameterNaming,
  inconsistentParameterType,
  irreversibleWithoutWarning,
  largeEnum,
  missingDescription,
  missingHints,
  missingInstructions,
  missingOutputSchema,
  missingPagination,
  missingSemantics,
  misspelledFormat,
  oneOfOverlap,
  openInput,
  overlappingTools,
  parameterName,
  recursiveInput,
  redundantTypeList,
  requiredWithDefault,
  requiredWithoutProperty,
  retryNotIdempotent,
  riskUnderstated,
  rootComposition,
  secretInHeader,
  secretInInput,
  titleRepeatsName,
  toolTokens,
  totalTokens,
  unboundedArray,
  unboundedString,
  undescribedParameter,
  untypedParameter,
  unusedSchema,
  vagueDescription,
];
