// Copied by mcpgen from its tested runtime. Do not edit.

import { Ajv, type AnySchemaObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { JsonSchema } from './descriptor.js';
import { type Issue, toIssues } from './issues.js';
import { useLinearUniqueItems } from './unique-items.js';

/** Keyed by the schema object itself: a module constant is compiled once in the life of the process, however it is served. */
const compiled = new WeakMap<JsonSchema, ValidateFunction>();

/**
 * Checks a JSON value against a schema of dialect 2020-12 (also when it declares none), 2019-09, draft-07 or draft-06.
 *
 * Returns the first reasons why it does not match, none when it does. The schema is compiled when it is first needed.
 * Throws when the schema itself cannot be compiled, which `mcpgen build` has ruled out for the schemas of a contract.
 */
export function validate(schema: JsonSchema, value: unknown): readonly Issue[] {
  const check = validatorOf(schema);
  try {
    return check(value) ? [] : toIssues(check.errors);
  } catch (error) {
    // A recursive schema follows its value down; one that is nested thousands of levels deep exhausts the stack.
    if (error instanceof RangeError) return [{ pointer: '', message: 'is nested too deeply to be checked' }];
    throw error;
  }
}

function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const fresh = engineFor(schema['$schema']).compile(schema as AnySchemaObject);
  compiled.set(schema, fresh);
  return fresh;
}

const OPTIONS: Options = {
  strict: false,
  // The compiler has checked every schema against its meta-schema, and none may refer to one.
  validateSchema: false,
  meta: false,
  // One reason is enough, and bad input must not buy a large answer.
  allErrors: false,
  // Otherwise a required property named like a member of `Object.prototype` would always be there.
  ownProperties: true,
  formats: fullFormats,
  // An unknown format is an annotation; a server on stdio has nothing to say about it.
  logger: false,
};

/** A new engine for each schema, so that the `$id`s of two tools never meet. */
function engineFor(dialect: unknown): Ajv {
  const engine = newEngine(dialect);
  useLinearUniqueItems(engine);
  return engine;
}

function newEngine(dialect: unknown): Ajv {
  switch (typeof dialect === 'string' ? dialect.replace(/^http:/, 'https:').replace(/#$/, '') : undefined) {
    case undefined:
    case 'https://json-schema.org/draft/2020-12/schema':
      return new Ajv2020(OPTIONS);
    case 'https://json-schema.org/draft/2019-09/schema':
      return new Ajv2019(OPTIONS);
    case 'https://json-schema.org/draft-07/schema':
    case 'https://json-schema.org/draft-06/schema':
      // Up to draft-07 a `$ref` hides the keywords beside it; this engine still checks a `type`.
      return new Ajv({ ...OPTIONS, ignoreKeywordsWithRef: true });
    default:
      throw new Error(`unsupported JSON Schema dialect ${JSON.stringify(dialect)}`);
  }
}
