// Copied by mcpgen from its tested runtime. Do not edit.

import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { ANYTHING } from './anything.js';
import type { JsonSchema } from './descriptor.js';

/** A schema that the SDK shows to clients but does not check with: that is done where the handler is called, and only once. */
export function shown(schema: JsonSchema): StandardSchemaWithJSON {
  const convert = (): Record<string, unknown> => schema;
  return { '~standard': { ...ANYTHING['~standard'], jsonSchema: { input: convert, output: convert } } };
}
