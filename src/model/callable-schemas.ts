import type { JsonObject } from '../json.js';
import type { CallableEntry } from '../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../schema/resolve-schemas.js';

/** What a tool or a workflow takes and returns, self-contained. */
export interface CallableSchemas {
  readonly inputSchema: JsonObject;
  readonly inputShared: ReadonlyMap<string, string>;
  readonly outputSchema?: JsonObject;
  readonly outputShared: ReadonlyMap<string, string>;
  readonly limitedPatterns?: readonly string[];
}

/** The schemas that resolution has made of an entry free of errors. */
export function schemasOf(entry: CallableEntry, schemas: ResolvedSchemas): CallableSchemas {
  const input = schemas.inputs.get(entry);
  if (input === undefined) throw new Error(`the input of ${entry.name} was not resolved`);
  const output = schemas.outputs.get(entry);
  const limitedPatterns = schemas.limitedPatterns.get(entry);
  return {
    inputSchema: input.schema,
    inputShared: input.shared,
    ...(output === undefined ? {} : { outputSchema: output.schema }),
    outputShared: output?.shared ?? new Map<string, string>(),
    ...(limitedPatterns === undefined ? {} : { limitedPatterns }),
  };
}
