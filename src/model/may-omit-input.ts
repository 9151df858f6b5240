import type { JsonObject } from '../json.js';

const needsAnInput = ['allOf', 'anyOf', 'oneOf', 'not', 'if', '$ref', 'minProperties', 'enum', 'const'];

/** Whether `{}` surely satisfies the schema, so that a call needs no argument. */
export function mayOmitInput(schema: JsonObject): boolean {
  const required = schema['required'];
  return (
    (!Array.isArray(required) || required.length === 0) &&
    needsAnInput.every((keyword) => schema[keyword] === undefined)
  );
}
