import { didYouMean } from '../diagnostics/suggest.js';
import { isJsonObject, type JsonValue } from '../json.js';
import type { Dialect } from './dialect.js';
import type { ValueKind } from './keywords.js';

export const typeNames: readonly string[] = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

/** Names of types in other languages. */
const otherTypes: ReadonlyMap<string, string> = new Map([
  ['bool', 'boolean'],
  ['int', 'integer'],
  ['long', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
  ['decimal', 'number'],
  ['str', 'string'],
  ['text', 'string'],
  ['list', 'array'],
  ['map', 'object'],
  ['dict', 'object'],
  ['nil', 'null'],
  ['none', 'null'],
]);

/** What people write as a type and JSON Schema writes as a format of strings. */
const formats: ReadonlyMap<string, string> = new Map([
  ['date', 'date'],
  ['time', 'time'],
  ['datetime', 'date-time'],
  ['date-time', 'date-time'],
  ['timestamp', 'date-time'],
  ['email', 'email'],
  ['uri', 'uri'],
  ['url', 'uri'],
  ['uuid', 'uuid'],
]);

/** The mend for a `type` that is none. */
export function typeHelp(value: JsonValue): string | undefined {
  if (value === null) return 'write `type: "null"`, in quotes, for the type of null; for any value leave `type` out';
  if (isJsonObject(value)) return 'a schema in the place of a type is written without `type`';
  if (typeof value !== 'string') return `types are ${typeNames.join(', ')}`;
  const format = formats.get(value.toLowerCase());
  if (format !== undefined) return `write \`{ type: string, format: ${format} }\``;
  if (value.toLowerCase() === 'any') return 'leave `type` out: a schema without it allows any value';
  const suggestion = otherTypes.get(value.toLowerCase()) ?? didYouMean(value, typeNames);
  return suggestion === undefined ? `types are ${typeNames.join(', ')}` : `did you mean \`${suggestion}\`?`;
}

/** The mend for a value of a wrong kind, where one can be told. */
export function valueHelp(kind: ValueKind, keyword: string, value: JsonValue): string | undefined {
  if (keyword === '$ref' && value === null) {
    return 'after a space, `#` starts a comment: put the reference in quotes, as in `$ref: "#/schemas/Name"`';
  }
  if (keyword === 'required' && typeof value === 'boolean') {
    return 'list the name in `required` of the enclosing object';
  }
  if (typeof value === 'string') return stringHelp(kind, keyword, value);
  if (keyword.startsWith('exclusive') && typeof value === 'boolean') {
    return `since draft-06 it is the bound itself, as in \`${keyword}: 0\``;
  }
  if (keyword === 'items' && Array.isArray(value)) return 'a tuple is written with `prefixItems` since 2020-12';
  if (kind === 'schema-map' && Array.isArray(value)) {
    return `write each as a key with its schema, as in \`${keyword}: { subject: { type: string } }\``;
  }
  if (kind === 'schema-list' && isJsonObject(value)) return `put a dash before each: \`${keyword}: [{ ... }]\``;
  return undefined;
}

function stringHelp(kind: ValueKind, keyword: string, value: string): string | undefined {
  if (kind === 'names' || kind === 'list' || kind === 'names-map') {
    const short = value.length <= 40 ? value : '...';
    return `put it into a list: \`[${short}]\``;
  }
  const isSchema = kind.startsWith('schema');
  if ((isSchema || kind === 'boolean') && /^(yes|no|on|off|true|false)$/i.test(value)) {
    return 'booleans are `true` and `false`, without quotes; YAML 1.2 knows no others';
  }
  if (isSchema && typeNames.includes(value)) return `write \`{ type: ${value} }\``;
  if (isSchema && value.startsWith('#/')) return `write \`{ $ref: ${JSON.stringify(value)} }\``;
  const isNumeric = kind === 'number' || kind === 'positive-number' || kind === 'count';
  return isNumeric && value.trim() !== '' && Number.isFinite(Number(value))
    ? `remove the quotes: \`${keyword}: ${value}\``
    : undefined;
}

/** The mend for what is a regular expression elsewhere. */
export function patternHelp(source: string, problem: string): string | undefined {
  if (/^\(\?[a-z]+\)/.test(source)) return 'ECMA-262 has no flags inside a pattern: spell both cases out, as in `[Aa]`';
  if (problem === 'invalid escape') {
    return 'with the `u` flag a backslash stands only before what has a meaning of its own: write `-`, not `\\-`';
  }
  if (problem === 'nothing to repeat') return '`*` repeats what is before it: any text is `.*`';
  return undefined;
}

export const keywordSynonyms: ReadonlyMap<string, string> = new Map([
  ['min', 'minimum'],
  ['max', 'maximum'],
  ['desc', 'description'],
  ['name', 'title'],
  ['example', 'examples'],
  ['regex', 'pattern'],
  ['values', 'enum'],
  ['definition', '$defs'],
  ['id', '$id'],
]);

/** The mend for a keyword that other formats, or other dialects, have. */
export function foreignKeywordHelp(keyword: string, value: JsonValue, dialect: Dialect): string | undefined {
  if (keyword === 'nullable') return 'OpenAPI 3.0 says so; JSON Schema says `type: [string, "null"]`';
  if (keyword === 'optional') return 'a property is optional unless `required` of the enclosing object lists it';
  if (keyword === 'prefixItems' || keyword === '$defs')
    return `it came later than ${dialect}: say another \`$schema\`, or none`;
  if (keyword === 'additionalItems') return 'since 2020-12 it is `items`, beside `prefixItems`';
  const looksLikeSchema = isJsonObject(value) && ['type', '$ref', 'enum', 'properties'].some((each) => each in value);
  return looksLikeSchema ? `if it is a property, move it below \`properties\`` : undefined;
}
