import { isJsonObject, type JsonObject } from '../json.js';
import type { Demands } from './constraint.js';
import type { Doc } from './type-node.js';

const longestValue = 160;
const mostExamples = 3;
const longestLine = 110;

/**
 * What the schemas at one place tell a reader, for TSDoc: the description, what the type cannot say, the default, examples.
 * The first schema that has a description gives it.
 */
export function docOf(demands: Demands, side: 'input' | 'output', name = ''): Doc | undefined {
  const schemas = demands.flatMap((constraint) =>
    'schema' in constraint && isJsonObject(constraint.schema) ? [constraint.schema] : [],
  );
  const text = join(descriptionOf(schemas, name), eachOnce(schemas.map((schema) => limitsOf(schema, side))).join(' '));
  const tags = schemas.flatMap(tagsOf).filter((tag, index, all) => all.findIndex(sameAs(tag)) === index);
  if (text === '' && tags.length === 0) return undefined;
  return text === '' ? { tags } : { text, tags };
}

function eachOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/** A short description and the limits share a line; a longer one stands alone. */
function join(description: string, limits: string): string {
  if (description === '' || limits === '') return description + limits;
  const line = `${description}${/[.!?:]$/u.test(description) ? '' : '.'} ${limits}`;
  return line.includes('\n') || line.length > longestLine ? `${description}\n\n${limits}` : line;
}

type Tag = Doc['tags'][number];

const sameAs = (tag: Tag) => (other: Tag) => other.name === tag.name && other.text === tag.text;

function descriptionOf(schemas: readonly JsonObject[], name: string): string {
  const described = schemas.find((schema) => isText(schema['description']));
  if (described !== undefined) return String(described['description']);
  const titled = schemas.find((schema) => isText(schema['title']));
  // Titles that tools derive from the name (`Access Level` for `access_level`) say nothing new.
  const title = String(titled?.['title'] ?? '');
  return title === '' || plain(title) === plain(name) ? '' : title;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** What the schema asks for and the type cannot say, in one paragraph. */
function limitsOf(schema: JsonObject, side: 'input' | 'output'): string {
  const { format, pattern } = schema;
  const sentences = [
    schema['readOnly'] === true ? (side === 'input' ? 'Read-only: set by the server.' : 'Read-only.') : '',
    schema['writeOnly'] === true ? (side === 'output' ? 'Write-only: never sent back.' : 'Write-only.') : '',
    typeof format === 'string' ? `Format: ${format}.` : '',
    range('Length', schema['minLength'], schema['maxLength']),
    typeof pattern === 'string' ? patternSentence(pattern) : '',
    numberLimits(schema),
    range('Items', schema['minItems'], schema['maxItems']),
    schema['uniqueItems'] === true ? 'No item twice.' : '',
    range('Members', schema['minProperties'], schema['maxProperties']),
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** No full stop behind a pattern that it could be taken for a part of. */
function patternSentence(pattern: string): string {
  const code = inCode(pattern);
  return code === pattern ? `Pattern: ${pattern}` : `Pattern: ${code}.`;
}

/** A code span, which needs no escapes; a text that one cannot hold stays as it is. */
function inCode(text: string): string {
  return /^[^`\p{Cc}\u2028\u2029]+$/u.test(text) ? `\`${text}\`` : text;
}

function range(what: string, fewest: unknown, most: unknown): string {
  const [from, to] = [typeof fewest === 'number' && fewest > 0 ? fewest : undefined, most];
  if (typeof to === 'number')
    return from === to
      ? `${what}: ${to}.`
      : `${what}: ${from === undefined ? '' : `${from} `}to ${to}.`.replace(': to', ': up to');
  return from === undefined ? '' : `${what}: ${from} or more.`;
}

function numberLimits(schema: JsonObject): string {
  const limits = [
    ['minimum', '>='],
    ['exclusiveMinimum', '>'],
    ['maximum', '<='],
    ['exclusiveMaximum', '<'],
    ['multipleOf', 'a multiple of'],
  ] as const;
  const said = limits.flatMap(([name, words]) =>
    typeof schema[name] === 'number' ? [`${words} ${schema[name]}`] : [],
  );
  const isInteger = schema['type'] === 'integer';
  if (!isInteger && said.length === 0) return '';
  return `${[isInteger ? 'Integer' : 'Number', ...said].join(', ')}.`;
}

function tagsOf(schema: JsonObject): Tag[] {
  const tags: Tag[] = [];
  if (schema['default'] !== undefined) tags.push(...valueTag('default', schema['default']));
  const examples = schema['examples'];
  if (Array.isArray(examples))
    tags.push(...examples.slice(0, mostExamples).flatMap((value) => valueTag('example', value)));
  if (schema['deprecated'] === true) tags.push({ name: 'deprecated', text: '' });
  return tags;
}

function valueTag(name: 'default' | 'example', value: unknown): Tag[] {
  const text = JSON.stringify(value);
  return text.length > longestValue ? [] : [{ name, text: /[{}]/u.test(text) ? inCode(text) : text }];
}
