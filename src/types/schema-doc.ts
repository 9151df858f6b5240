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
  const schemas: JsonObject[] = [];
  for (const demand of demands) if ('schema' in demand && isJsonObject(demand.schema)) schemas.push(demand.schema);
  const [only] = schemas;
  if (only === undefined) return undefined;
  const limits = schemas.length === 1 ? limitsOf(only, side) : allLimits(schemas, side);
  const text = join(descriptionOf(schemas, name), limits);
  const tags: Tag[] = [];
  for (const schema of schemas) addTags(schema, tags);
  if (text === '' && tags.length === 0) return undefined;
  return text === '' ? { tags } : { text, tags };
}

/** What several schemas say, each thing once. */
function allLimits(schemas: readonly JsonObject[], side: 'input' | 'output'): string {
  return [...new Set(schemas.map((schema) => limitsOf(schema, side)))].filter((text) => text !== '').join(' ');
}

/** A short description and the limits share a line; a longer one stands alone. */
function join(description: string, limits: string): string {
  if (description === '' || limits === '') return description + limits;
  const line = `${description}${/[.!?:]$/u.test(description) ? '' : '.'} ${limits}`;
  return line.includes('\n') || line.length > longestLine ? `${description}\n\n${limits}` : line;
}

type Tag = Doc['tags'][number];

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

const limiting: ReadonlySet<string> = new Set([
  ...['readOnly', 'writeOnly', 'format', 'minLength', 'maxLength', 'pattern'],
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
]);

/** What the schema asks for and the type cannot say, in one paragraph. */
function limitsOf(schema: JsonObject, side: 'input' | 'output'): string {
  if (schema['type'] !== 'integer' && !Object.keys(schema).some((keyword) => limiting.has(keyword))) return '';
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

function addTags(schema: JsonObject, tags: Tag[]): void {
  const add = (tag: Tag) => {
    if (!tags.some(({ name, text }) => name === tag.name && text === tag.text)) tags.push(tag);
  };
  const { default: value, examples, deprecated } = schema;
  if (value !== undefined) valueTag('default', value).forEach(add);
  if (Array.isArray(examples)) {
    for (const example of examples.slice(0, mostExamples)) valueTag('example', example).forEach(add);
  }
  if (deprecated === true) add({ name: 'deprecated', text: '' });
}

function valueTag(name: 'default' | 'example', value: unknown): Tag[] {
  const text = JSON.stringify(value);
  return text.length > longestValue ? [] : [{ name, text: /[{}]/u.test(text) ? inCode(text) : text }];
}
