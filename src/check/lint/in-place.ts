import type { SubschemaView } from './schema-view.js';

/** Keywords whose subschemas speak of the same value as the schema that holds them. */
const inPlace: ReadonlySet<string> = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas', 'dependencies'],
]);

/** Whether a subschema is one part of what is said about a value, beside the schema that holds it. */
export function isPart({ keyword }: SubschemaView): boolean {
  return keyword !== undefined && inPlace.has(keyword);
}

/** Whether a schema says more about its value than its own keywords do: by a reference, or by parts. */
export function hasParts({ schema, children }: SubschemaView): boolean {
  return '$ref' in schema || children.some(isPart);
}

/** Whether one schema is all that is said about a value. */
export function isWhole(subschema: SubschemaView): boolean {
  return !isPart(subschema) && !hasParts(subschema);
}

/** A schema, and those that hold it as a part. All of them speak of one value. */
export function* withWholes(subschema: SubschemaView): Generator<SubschemaView> {
  for (let each: SubschemaView | undefined = subschema; each !== undefined; ) {
    yield each;
    each = isPart(each) ? each.parent : undefined;
  }
}
