// Copied by mcpgen from its tested runtime. Do not edit.

import type { JsonSchema } from './descriptor.js';

/**
 * A schema as the JSON text that stands in the template, such as json`{"type":"string"}`. A compiler reads a text far faster than an
 * object literal of a hundred members, each of which has a type of its own.
 */
export function json({ raw: [text = ''] }: TemplateStringsArray): JsonSchema {
  return JSON.parse(text);
}
