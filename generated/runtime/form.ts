// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';
import { isEmail } from './format-network.js';
import { isDate, isDateTime } from './format-time.js';
import { isUri } from './format-uri.js';
import { isRecord } from './json.js';
import { textLength } from './text-length.js';

/** Of `StringSchema`, MCP 2026-07-28. */
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  email: isEmail,
  uri: isUri,
  date: isDate,
  'date-time': isDateTime,
};

/**
 * The fields of a form as the user has filled them in, without any that the form does not have. Undefined when they do not match its
 * `requestedSchema`: a flat object of `PrimitiveSchemaDefinition` (MCP 2026-07-28, elicitation, "Requested Schema").
 */
export function readForm(schema: JsonSchema, content: unknown): Readonly<Record<string, unknown>> | undefined {
  const { properties, required } = schema;
  if (!isRecord(content) || !isRecord(properties)) return undefined;
  const given = Object.entries(properties).filter(([name]) => Object.hasOwn(content, name));
  if (!given.every(([name, field]) => isRecord(field) && fits(field, content[name]))) return undefined;
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  if (!names.every((name) => typeof name === 'string' && Object.hasOwn(content, name))) return undefined;
  return Object.fromEntries(given.map(([name]) => [name, content[name]]));
}

/** Whether a field can hold the value. */
export function fits(field: JsonSchema, value: unknown): boolean {
  switch (field['type']) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'integer':
      return (
        typeof value === 'number' &&
        (field['type'] === 'number' || Number.isInteger(value)) &&
        isWithin(value, field['minimum'], field['maximum'])
      );
    case 'string':
      return typeof value === 'string' && textFits(field, value);
    case 'array':
      return (
        Array.isArray(value) &&
        isWithin(value.length, field['minItems'], field['maxItems']) &&
        value.every((item) => typeof item === 'string' && choicesOf(field['items'])?.includes(item) === true)
      );
    default:
      return false;
  }
}

function textFits(field: JsonSchema, text: string): boolean {
  const { minLength, maxLength, format } = field;
  const choices = choicesOf(field);
  return (
    isWithin(textLength(text), minLength, maxLength) &&
    (choices === undefined || choices.includes(text)) &&
    (typeof format !== 'string' || formats[format]?.(text) !== false)
  );
}

/** The values of an enum, with titles or without; undefined when all texts are allowed. */
function choicesOf(schema: unknown): readonly unknown[] | undefined {
  if (!isRecord(schema)) return undefined;
  if (Array.isArray(schema['enum'])) return schema['enum'];
  const titled = schema['oneOf'] ?? schema['anyOf'];
  return Array.isArray(titled)
    ? titled.map((each: unknown) => (isRecord(each) ? each['const'] : undefined))
    : undefined;
}

function isWithin(value: number, least: unknown, most: unknown): boolean {
  return !(typeof least === 'number' && value < least) && !(typeof most === 'number' && value > most);
}
