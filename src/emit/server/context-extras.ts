import type { Model } from '../../model/model.js';
import { type Code, ts } from '../code/code.js';
import { importTypes, importValues } from '../code/module.js';
import { changesOf } from './emit-changes.js';

/** What a contract adds to the context of each of its handlers. */
export interface ContextExtras {
  /** The types, and what they are imported with; none when the contract adds nothing. */
  readonly types: readonly Code[];
  readonly typeImports: readonly Code[];
  /** Members of what `createContractServer` takes. */
  readonly served: readonly Code[];
  /** The same for a server that exists, and for examples, which nobody serves. */
  readonly mounted: readonly Code[];
  readonly examples: readonly Code[];
  readonly valueImports: readonly Code[];
  readonly exampleImports: readonly Code[];
}

export function contextExtras(model: Model): ContextExtras {
  const parts = [logging(model), changesOf(model)].filter((part) => part !== undefined);
  return {
    types: parts.flatMap(({ types }) => types),
    typeImports: parts.flatMap(({ typeImports }) => typeImports),
    served: parts.flatMap(({ served }) => served),
    mounted: parts.flatMap(({ mounted }) => mounted),
    examples: parts.flatMap(({ examples }) => examples),
    valueImports: parts.flatMap(({ valueImports }) => valueImports),
    exampleImports: parts.flatMap(({ exampleImports }) => exampleImports),
  };
}

function logging({ protocol }: Model): ContextExtras | undefined {
  if (!protocol.deprecated.includes('logging')) return undefined;
  const values = [ts`logging`];
  const imports = [importValues(['logging'], '../runtime/logging.js')];
  return {
    types: [ts`Logging`],
    typeImports: [importTypes(['Logging'], '../runtime/logging.js')],
    served: values,
    mounted: values,
    examples: values,
    valueImports: imports,
    exampleImports: imports,
  };
}
