import {
  fromPointerStep,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  typeOf as typeOfValue,
} from '../../../json.js';
import { childPointer, type SchemaIndex } from '../../../types/schema-index.js';
import { type Html, html, join } from '../html/html.js';
import { code, text } from '../html/text.js';
import type { SchemaLinks } from './schema-links.js';

/** A schema's type in a few words: `string`, `array of Ticket`, `string or null`. References are links. */
export function typeOf(schema: JsonValue | undefined, pointer: string, index: SchemaIndex, links: SchemaLinks): Html {
  if (schema === false) return text('nothing');
  if (!isJsonObject(schema)) return text('anything');
  const reference = schema['$ref'];
  if (typeof reference === 'string') return referenceLabel(reference, pointer, index, links);
  const types = typesOf(schema);
  if (types.length > 0) {
    const names = types.map((type) => (type === 'array' ? listLabel(schema, pointer, index, links) : text(type)));
    return join(names, text(' or '));
  }
  return compositionLabel(schema, pointer, index, links) ?? text('anything');
}

function referenceLabel(reference: string, pointer: string, index: SchemaIndex, links: SchemaLinks): Html {
  const target = index.resolve(reference, pointer);
  if (target === undefined) return code(reference);
  const shared = links.shared(target);
  if (shared !== undefined) return shared;
  return html`<a href="${links.definition(target)}">${text(nameOf(target))}</a>`;
}

/** What a definition is called: by the last step of its pointer. */
export function nameOf(pointer: string): string {
  const last = pointer.split('/').at(-1) ?? '';
  return pointer === '' ? 'the whole' : fromPointerStep(last);
}

function listLabel(schema: JsonObject, pointer: string, index: SchemaIndex, links: SchemaLinks): Html {
  const { items, prefixItems } = schema;
  if (Array.isArray(items) || Array.isArray(prefixItems)) return text('tuple');
  if (!isJsonObject(items)) return text('array');
  return html`array of ${typeOf(items, childPointer(pointer, 'items'), index, links)}`;
}

/** The declared types; without any, those that the other keywords speak of. */
function typesOf(schema: JsonObject): string[] {
  const { type } = schema;
  const declared = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string');
  if (declared.length > 0) return declared;
  const values = Array.isArray(schema['enum'])
    ? schema['enum']
    : Object.hasOwn(schema, 'const')
      ? [schema['const']]
      : [];
  if (values.length > 0) return [...new Set(values.map((value) => typeOfValue(value ?? null)))];
  if (schema['properties'] !== undefined || isJsonObject(schema['additionalProperties'])) return ['object'];
  return schema['items'] !== undefined || schema['prefixItems'] !== undefined ? ['array'] : [];
}

function compositionLabel(
  schema: JsonObject,
  pointer: string,
  index: SchemaIndex,
  links: SchemaLinks,
): Html | undefined {
  for (const [keyword, joint, many] of compositions) {
    const branches = schema[keyword];
    if (!Array.isArray(branches)) continue;
    const labels = branches.map((each, at) =>
      // One level is enough of a label; what is deeper is described below.
      isComposition(each) ? text(many) : typeOf(each, childPointer(pointer, keyword, String(at)), index, links),
    );
    const distinct = new Map(labels.map((label) => [label.markup, label]));
    return distinct.size > longestUnion ? text(many) : join([...distinct.values()], text(joint));
  }
  return undefined;
}

const compositions = [
  ['anyOf', ' or ', 'any of these'],
  ['oneOf', ' or ', 'one of these'],
  ['allOf', ' and ', 'all of these'],
] as const;

/** More alternatives make no readable label. */
export const longestUnion = 4;

function isComposition(schema: JsonValue): boolean {
  return (
    isJsonObject(schema) &&
    schema['type'] === undefined &&
    compositions.some(([keyword]) => Object.hasOwn(schema, keyword))
  );
}
