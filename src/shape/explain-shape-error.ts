import type { ErrorObject } from 'ajv';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { isJsonObject, type JsonPath } from '../json.js';
import type { LocateTarget, SourceDoc } from '../source/source-doc.js';
import type { Format } from './check-shape.js';
import { describePlace, type Section, sectionOf } from './describe-place.js';
import { formOf, isOffer, nameLike } from './forms.js';
import { misplacedHelp } from './misplaced.js';
import { notYetSupported, removedToolMembers, synonyms } from './vocabulary.js';

interface SchemaNode {
  readonly oneOf?: readonly SchemaNode[];
  readonly not?: SchemaNode;
  readonly required?: readonly string[];
  readonly type?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** What ajv found, in words that name the place, the fault and the mend. */
export function explainShapeError(error: ErrorObject, path: JsonPath, doc: SourceDoc, format: Format): Diagnostic {
  const where = describePlace(path, doc, format);
  const schema = error.parentSchema as SchemaNode;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(error.params['additionalProperty']), path, doc, format, schema);
    case 'required': {
      const key = String(error.params['missingProperty']);
      const example = exampleOf(schema.properties?.[key]);
      return diagnose(
        'manifest/missing-key',
        { key, where, example: example && `${key}: ${example}` },
        { span: firstLine(doc.locate(path)) },
      );
    }
    case 'type':
      return diagnose(
        'manifest/wrong-type',
        {
          where,
          expected: kindNames[String(error.params['type'])] ?? String(error.params['type']),
          actual: kindOf(error.data),
          example: exampleFor(path, schema),
        },
        { span: spanOfValue(error.data, path, doc), help: wrongTypeHelp(error, path, doc, format) },
      );
    case 'propertyNames': {
      const name = String(error.params['propertyName']);
      return diagnose(
        'manifest/bad-value',
        { where: `the name ${JSON.stringify(name)} in ${where}`, problem: 'is not allowed', help: nameHelp(path) },
        { span: doc.locate([...path, name], 'key') },
      );
    }
    default:
      return diagnose(
        'manifest/bad-value',
        { where, problem: problemOf(error, path, schema), help: helpOf(error, path, schema) },
        { span: spanOfValue(error.data, path, doc) },
      );
  }
}

function unknownKey(key: string, path: JsonPath, doc: SourceDoc, format: Format, schema: SchemaNode): Diagnostic {
  const where = describePlace(path, doc, format);
  const span = doc.locate([...path, key], 'key');
  const section = sectionOf(path, format);
  if (section !== undefined && notYetSupported[section]?.has(key) === true) {
    return diagnose('manifest/not-yet-supported', { key, where }, { span });
  }
  const mend = section === 'tool' ? removedToolMembers.get(key) : undefined;
  if (mend !== undefined) return diagnose('manifest/removed-field', { key, mend }, { span });
  const known = Object.keys(schema.properties ?? {});
  const help = section === 'manifest' ? misplacedHelp(key) : belongsToServer(key, section, schema);
  return diagnose('manifest/unknown-key', { key, where, suggestion: meantKey(key, known), known }, { span, help });
}

function belongsToServer(key: string, section: Section | undefined, schema: SchemaNode): string | undefined {
  const members = section === 'config' ? schema.properties?.['server']?.properties : undefined;
  return members !== undefined && Object.hasOwn(members, key) ? 'it is a member of `server`' : undefined;
}

/** The key that was meant: a near one, one that starts so (`readOnly`), or what others call it. */
export function meantKey(key: string, known: readonly string[]): string | undefined {
  const start = key.toLowerCase();
  return (
    didYouMean(key, known) ??
    (start.length < 4 ? undefined : known.find((each) => each.toLowerCase().startsWith(start))) ??
    known.find((each) => each === synonyms.get(start))
  );
}

/** What mends a value of a wrong kind better than an example does. */
function wrongTypeHelp(error: ErrorObject, path: JsonPath, doc: SourceDoc, format: Format): string | undefined {
  const { data, params } = error;
  const key = path.at(-1);
  if (format === 'manifest' && path.length === 0 && Array.isArray(data)) return 'put the list under the key `tools`';
  if (format === 'manifest' && key === 'tools' && path.length === 1 && isJsonObject(data)) {
    const name = Object.keys(data)[0] ?? 'create_ticket';
    if (name.startsWith('-')) return `put a space after the dash: \`- ${name.slice(1)}: ...\``;
    return `tools are a list: write \`- name: ${name}\` instead of \`${name}:\``;
  }
  if (data === null && params['type'] === 'object' && path.length > 0) {
    return 'its members stand on the lines below it, indented further';
  }
  if (params['type'] === 'boolean' && typeof data === 'string' && /^(yes|no|on|off|y|n)$/i.test(data)) {
    return 'in YAML 1.2 only `true` and `false` are booleans';
  }
  if ((key === 'targets' || key === 'sizes') && typeof data === 'string') {
    return `put it into a list: \`${key}: [${data}]\``;
  }
  if (params['type'] === 'string' && (typeof data === 'number' || typeof data === 'boolean')) {
    const { file, start, end } = doc.locate(path);
    const quoted = JSON.stringify(file.text.slice(start, end));
    return `put it in quotes: \`${typeof key === 'string' ? `${key}: ` : ''}${quoted}\``;
  }
  return undefined;
}

const kindNames: Readonly<Record<string, string>> = {
  object: 'a map',
  array: 'a list',
  string: 'a string',
  integer: 'an integer',
  number: 'a number',
  boolean: 'true or false',
};

function kindOf(value: unknown): string {
  if (value === null) return 'empty (null)';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  return typeof value === 'boolean'
    ? `the boolean ${value}`
    : typeof value === 'number'
      ? `the number ${value}`
      : typeof value === 'string' && value.length <= 60
        ? `the string ${JSON.stringify(value)}`
        : 'a string';
}

function problemOf(error: ErrorObject, path: JsonPath, schema: SchemaNode): string {
  const params = error.params;
  const data = error.data;
  switch (error.keyword) {
    case 'enum':
      return `must be one of ${(params['allowedValues'] as unknown[]).map((each) => JSON.stringify(each)).join(', ')}, and this is ${kindOf(data)}`;
    case 'const':
      return `must be ${JSON.stringify(params['allowedValue'])}, and this is ${kindOf(data)}`;
    case 'pattern':
      // Of the patterns, only that of tool names bounds the length.
      if (path.at(-1) === 'name' && String(data).length > 128) {
        return `has ${String(data).length} characters, and 128 are allowed`;
      }
      return `must be ${formOf(path)}, and this is ${kindOf(data)}`;
    case 'minLength':
      return 'must not be empty';
    case 'maxLength':
      return `has ${String(data).length} characters, and ${params['limit']} are allowed`;
    case 'minimum':
      return `must be at least ${params['limit']}, and this is ${String(data)}`;
    case 'maximum':
      return `must be at most ${params['limit']}, and this is ${String(data)}`;
    case 'minItems':
      return 'must not be empty';
    case 'oneOf': {
      const names = named((schema.oneOf ?? []).flatMap((each) => each.required ?? []));
      const count = error.params['passingSchemas'] === null ? 'none' : 'more than one';
      return `must have one of ${names}, and this has ${count}`;
    }
    case 'anyOf':
      // Of our formats, only `complete` has a choice of kinds.
      return `must be \`handler\` or a list of 1 to 100 different values of 1 to 256 characters, and this is ${kindOf(data)}`;
    case 'not':
      return `cannot have ${named(schema.not?.required ?? [])} together`;
    case 'dependentRequired':
      return `has \`${error.params['property']}\`, which wants \`${error.params['missingProperty']}\` beside it`;
    case 'false schema':
      return 'has no place here';
    case 'minProperties':
      return 'must not be empty';
    case 'maxItems':
      return `has ${(data as unknown[]).length} entries, and ${params['limit']} are allowed`;
    case 'uniqueItems':
      return 'holds the same value twice';
    default:
      return error.message ?? 'is not allowed';
  }
}

function named(keys: readonly string[]): string {
  return keys.map((key) => `\`${key}\``).join(' and ');
}

function helpOf(error: ErrorObject, path: JsonPath, schema: SchemaNode): string | undefined {
  if (error.keyword === 'enum') {
    const values = (error.params['allowedValues'] as unknown[]).map(String);
    const suggestion = typeof error.data === 'string' ? didYouMean(error.data, values) : undefined;
    if (suggestion !== undefined) return `did you mean \`${suggestion}\`?`;
  }
  if (error.keyword === 'pattern' && path.at(-1) === 'name' && !isOffer(path)) {
    const name = nameLike(String(error.data));
    return name === undefined ? undefined : `for example \`name: ${name}\``;
  }
  const example = exampleFor(path, schema);
  return example === undefined || example.length > longestExample ? undefined : `for example \`${example}\``;
}

/** A longer one hides what it is to show. */
const longestExample = 160;

function nameHelp(path: JsonPath): string {
  if (path.at(-1) === 'schemas') return 'the name of a shared schema is a letter, then letters, digits and `_`';
  if (path.at(-1) === '_meta') return 'a key of `_meta` is a name, or `com.example/name` with a reverse-DNS prefix';
  return 'a name has letters, digits and `_`, and does not start with a digit';
}

function exampleFor(path: JsonPath, schema: SchemaNode): string | undefined {
  const key = path.at(-1);
  const example = exampleOf(schema);
  if (example === undefined || key === undefined) return example;
  return typeof key === 'number' ? `- ${example}` : `${key}: ${example}`;
}

/** The first example of a field, as YAML flow text on one line. */
function exampleOf(schema: SchemaNode | undefined): string | undefined {
  const example = schema?.examples?.[0];
  return example === undefined ? undefined : typeof example === 'string' ? example : flow(example);
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (isJsonObject(value)) {
    return `{ ${Object.entries(value)
      .map(([key, member]) => `${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: ${flow(member)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' && /^[\w/ .-]+$/.test(value) ? value : JSON.stringify(value);
}

/** A collection that should be something else is best shown by its key; an empty value too. */
function spanOfValue(data: unknown, path: JsonPath, doc: SourceDoc): Span {
  const target: LocateTarget = typeof data === 'object' && typeof path.at(-1) === 'string' ? 'key' : 'value';
  return firstLine(doc.locate(path, target));
}

function firstLine(span: Span): Span {
  const end = span.file.text.slice(span.start, span.end).search(/\r|\n/);
  return end === -1 ? span : { ...span, end: span.start + end };
}
