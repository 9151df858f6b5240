import { withWholes } from './in-place.js';
import type { SubschemaView } from './schema-view.js';

/** Formats whose texts are short. */
const shortFormats: ReadonlySet<string> = new Set([
  ...['date', 'time', 'date-time', 'duration', 'ipv4', 'ipv6', 'uuid', 'hostname'],
]);

/** Whether something bounds the length of a text: a number, a list of values, a format, or a pattern. */
export function isBoundedText(subschema: SubschemaView): boolean {
  for (const { schema } of withWholes(subschema)) {
    const { maxLength, enum: values, const: constant, format, pattern, $ref } = schema;
    if (maxLength !== undefined || values !== undefined || constant !== undefined || $ref !== undefined) return true;
    if (typeof format === 'string' && shortFormats.has(format)) return true;
    if (typeof pattern === 'string' && boundsLength(pattern)) return true;
  }
  return subschema.children.some(({ keyword, schema }) => keyword === 'allOf' && schema['maxLength'] !== undefined);
}

/** A pattern from start to end without a repetition that may go on for ever. */
function boundsLength(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./gu, 'x').replaceAll(/\[[^\]]*\]/gu, 'x');
  return /^\^[^|]*\$$/u.test(bare) && !/[*+]|\{\d+,\}/u.test(bare);
}
