import type { JsonObject } from '../json.js';

/** An address of the whole, so that references inside it mean what they meant. */
const address = 'mcpgen-whole:///';

/** Whether parts of a schema can be referred to: an `$id` that is only an anchor, as drafts 06 and 07 have it, leaves no place for an address. */
export function hasAddress({ $id }: JsonObject): boolean {
  return typeof $id !== 'string' || !$id.startsWith('#');
}

/** A schema that says nothing yet, with the whole one among its definitions. */
export function within(schema: JsonObject): JsonObject {
  const { $schema } = schema;
  const definitions = { whole: { ...schema, $id: addressOf(schema) } };
  return { ...($schema === undefined ? {} : { $schema }), $defs: definitions, definitions };
}

function addressOf({ $id }: JsonObject): string {
  return typeof $id === 'string' ? $id : address;
}

/** Refers, beside `within`, to a place in the schema. */
export function referenceTo(schema: JsonObject, pointer: string): string {
  const [base = ''] = addressOf(schema).split('#');
  return `${base}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
}
