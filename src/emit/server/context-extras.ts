import type { Model } from '../../model/model.js';
import { type Code, ts } from '../code/code.js';
import { importTypes, importValues } from '../code/module.js';

/** What a contract adds to the context of each of its handlers. */
export interface ContextExtras {
  /** The types, and what they are imported with; none when the contract adds nothing. */
  readonly types: readonly Code[];
  readonly typeImports: readonly Code[];
  /** The values that make them, in the order of the types. */
  readonly values: readonly Code[];
  readonly valueImports: readonly Code[];
}

export function contextExtras({ protocol }: Model): ContextExtras {
  if (!protocol.deprecated.includes('logging')) return { types: [], typeImports: [], values: [], valueImports: [] };
  return {
    types: [ts`Logging`],
    typeImports: [importTypes(['Logging'], '../runtime/logging.js')],
    values: [ts`logging`],
    valueImports: [importValues(['logging'], '../runtime/logging.js')],
  };
}
