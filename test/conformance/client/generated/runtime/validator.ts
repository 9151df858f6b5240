// Copied by mcpgen from its tested runtime. Do not edit.

import type { AnySchema } from 'ajv';
import type { JsonSchema, ToolDescriptor } from './descriptor.js';
import { newEngine } from './engine.js';
import type { Issue } from './issues.js';
import { applyCheck, type SchemaCheck } from './schema-check.js';
import { validationSchema } from './validation-schema.js';

/**
 * Checks a JSON value against one of a tool's schemas. Returns the first reasons why it does not match, none when it does.
 *
 * A schema is compiled when it is first needed. Throws when it cannot be, which `mcpgen build` has ruled out.
 */
export function validate(tool: ToolDescriptor, side: 'input' | 'output', value: unknown): readonly Issue[] {
  const schema = side === 'input' ? tool.inputSchema : tool.outputSchema;
  return schema === undefined ? [] : validateSchema(schema, value, tool.limitedPatterns);
}

/** The same for a schema of dialect 2020-12 (also when it declares none), 2019-09, draft-07 or draft-06. */
export function validateSchema(
  schema: JsonSchema,
  value: unknown,
  limitedPatterns: readonly string[] = [],
): readonly Issue[] {
  return applyCheck(checkOf(schema, limitedPatterns), value);
}

/** Keyed by the schema object itself: a module constant is compiled once in the life of the process, however it is served. */
const compiled = new WeakMap<JsonSchema, SchemaCheck>();

function checkOf(schema: JsonSchema, limitedPatterns: readonly string[]): SchemaCheck {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  // A new engine for each schema: nothing of one tool can meet anything of another.
  const fresh: SchemaCheck = newEngine().compile(validationSchema(schema, limitedPatterns) as AnySchema);
  compiled.set(schema, fresh);
  return fresh;
}
