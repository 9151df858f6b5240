import type { Rule } from '../lint/rule.js';
import { deepNesting } from './deep-nesting.js';
import { redundantTypeList } from './redundant-type-list.js';

/** Every rule, in the order of their ids. A new one also has a line in `src/diagnostics/catalogue/lint.ts`. */
export const rules: readonly Rule[] = [deepNesting, redundantTypeList];
