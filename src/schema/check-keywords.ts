import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { Dialect } from './dialect.js';
import { codeKeywords, keywordsOf, unsupportedKeywords, type ValueKind } from './keywords.js';

/** Where a path inside the checked schema stands in its file. */
export type Locate = (path: JsonPath, target: 'key' | 'value') => Span;

/**
 * Holds the members of one subschema against its dialect: what the meta-schema says, in words, at the token.
 * Subschemas below are not entered: the walker brings each of them here.
 */
export function checkKeywords(schema: JsonObject, path: JsonPath, dialect: Dialect, locate: Locate): Diagnostic[] {
  const keywords = keywordsOf(dialect);
  const diagnostics: Diagnostic[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const here = [...path, keyword];
    if (codeKeywords.has(keyword)) {
      diagnostics.push(diagnose('schema/code-keyword', { keyword }, { span: locate(here, 'key') }));
      continue;
    }
    if (unsupportedKeywords.has(keyword) && keywords.has(keyword)) {
      diagnostics.push(diagnose('schema/unsupported-keyword', { keyword }, { span: locate(here, 'key') }));
      continue;
    }
    const kind = keywords.get(keyword);
    if (kind === undefined) {
      if (keyword.startsWith('x-')) continue;
      const suggestion = didYouMean(keyword, keywords.keys());
      diagnostics.push(diagnose('schema/unknown-keyword', { keyword, suggestion }, { span: locate(here, 'key') }));
      continue;
    }
    const fault = faultOf(kind, keyword, value);
    if (fault !== undefined) diagnostics.push(atFault(fault, here, locate));
  }
  return diagnostics;
}

/** What is wrong with a keyword's value, and where below the keyword. */
interface Fault {
  readonly problem: string;
  readonly path?: JsonPath;
  readonly help?: string | undefined;
  readonly pattern?: { readonly source: string; readonly problem: string };
}

function atFault(fault: Fault, here: JsonPath, locate: Locate): Diagnostic {
  const span = locate([...here, ...(fault.path ?? [])], 'value');
  if (fault.pattern !== undefined) {
    return diagnose('schema/pattern', { pattern: fault.pattern.source, problem: fault.pattern.problem }, { span });
  }
  return diagnose('schema/invalid', { problem: fault.problem, help: fault.help }, { span });
}

const types = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'];

function faultOf(kind: ValueKind, keyword: string, value: JsonValue): Fault | undefined {
  const must = (expected: string): Fault => ({
    problem: `\`${keyword}\` must be ${expected}, and this is ${describe(value)}`,
  });
  switch (kind) {
    case 'any':
      return undefined;
    case 'list':
      return Array.isArray(value) ? undefined : must('a list');
    case 'string':
    case 'uri':
      return typeof value === 'string' ? undefined : must('a string');
    case 'anchor':
      return typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value)
        ? undefined
        : must('a name (letter first)');
    case 'regex':
      return typeof value === 'string' ? regexFault(value) : must('a string');
    case 'boolean':
      return typeof value === 'boolean' ? undefined : must('true or false');
    case 'number':
      return typeof value === 'number' ? undefined : must('a number');
    case 'positive-number':
      return typeof value === 'number' && value > 0 ? undefined : must('a number above 0');
    case 'count':
      return Number.isInteger(value) && Number(value) >= 0 ? undefined : must('an integer of 0 or more');
    case 'names':
      return namesFault(keyword, value);
    case 'names-map':
      return isJsonObject(value)
        ? firstFault(value, (names) => namesFault(keyword, names))
        : must('a map of lists of names');
    case 'boolean-map':
      return isJsonObject(value) && Object.values(value).every((each) => typeof each === 'boolean')
        ? undefined
        : must('a map of booleans');
    case 'types':
      return typesFault(value);
    case 'schema':
      return schemaFault(keyword, value);
    case 'schema-or-list':
      return Array.isArray(value) ? listFault(keyword, value) : schemaFault(keyword, value);
    case 'schema-list':
      return Array.isArray(value) ? listFault(keyword, value) : must('a list of schemas');
    case 'schema-map':
      if (!isJsonObject(value)) return must('a map of schemas');
      return patternNamesFault(keyword, value) ?? firstFault(value, (schema) => schemaFault(keyword, schema));
    case 'dependencies':
      if (!isJsonObject(value)) return must('a map');
      return firstFault(value, (each) =>
        Array.isArray(each) ? namesFault(keyword, each) : schemaFault(keyword, each),
      );
  }
}

function schemaFault(keyword: string, value: JsonValue): Fault | undefined {
  if (typeof value === 'boolean' || isJsonObject(value)) return undefined;
  const help = typeof value === 'string' && types.includes(value) ? `write \`{ type: ${value} }\`` : undefined;
  return { problem: `\`${keyword}\` must hold a schema (a map, true or false), and this is ${describe(value)}`, help };
}

function listFault(keyword: string, value: readonly JsonValue[]): Fault | undefined {
  if (value.length === 0) return { problem: `\`${keyword}\` must not be empty` };
  for (const [index, schema] of value.entries()) {
    const fault = schemaFault(keyword, schema);
    if (fault !== undefined) return { ...fault, path: [index] };
  }
  return undefined;
}

function firstFault(map: JsonObject, check: (value: JsonValue) => Fault | undefined): Fault | undefined {
  for (const [name, value] of Object.entries(map)) {
    const fault = check(value);
    if (fault !== undefined) return { ...fault, path: [name, ...(fault.path ?? [])] };
  }
  return undefined;
}

function namesFault(keyword: string, value: JsonValue): Fault | undefined {
  if (typeof value === 'boolean' && keyword === 'required') {
    return {
      problem: '`required` must be a list of property names, and this is a boolean',
      help: 'list the name in `required` of the enclosing object',
    };
  }
  if (!Array.isArray(value))
    return { problem: `\`${keyword}\` must be a list of names, and this is ${describe(value)}` };
  const seen = new Set<JsonValue>();
  for (const [index, name] of value.entries()) {
    if (typeof name !== 'string')
      return { problem: `\`${keyword}\` must hold names, and this is ${describe(name)}`, path: [index] };
    if (seen.has(name)) return { problem: `${JSON.stringify(name)} stands twice in \`${keyword}\``, path: [index] };
    seen.add(name);
  }
  return undefined;
}

function typesFault(value: JsonValue): Fault | undefined {
  if (!Array.isArray(value)) return typeFault(value, []);
  if (value.length === 0) return { problem: '`type` must not be an empty list' };
  const seen = new Set<JsonValue>();
  for (const [index, type] of value.entries()) {
    const fault = typeFault(type, [index]);
    if (fault !== undefined) return fault;
    if (seen.has(type)) return { problem: `${JSON.stringify(type)} stands twice in \`type\``, path: [index] };
    seen.add(type);
  }
  return undefined;
}

function typeFault(value: JsonValue, path: JsonPath): Fault | undefined {
  if (typeof value === 'string' && types.includes(value)) return undefined;
  if (typeof value !== 'string')
    return { problem: `\`type\` must be a type's name, and this is ${describe(value)}`, path };
  const suggestion = otherTypes[value.toLowerCase()] ?? didYouMean(value, types);
  const help = suggestion === undefined ? `types are ${types.join(', ')}` : `did you mean \`${suggestion}\`?`;
  return { problem: `${JSON.stringify(value)} is not a type of JSON Schema`, path, help };
}

/** Names of types in other languages. */
const otherTypes: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int: 'integer',
  float: 'number',
  double: 'number',
  str: 'string',
  text: 'string',
  list: 'array',
  map: 'object',
  dict: 'object',
  nil: 'null',
};

function patternNamesFault(keyword: string, value: JsonObject): Fault | undefined {
  if (keyword !== 'patternProperties') return undefined;
  for (const name of Object.keys(value)) {
    const fault = regexFault(name);
    if (fault !== undefined) return { ...fault, path: [name] };
  }
  return undefined;
}

function regexFault(source: string): Fault | undefined {
  try {
    new RegExp(source, 'u');
    return undefined;
  } catch (error) {
    const problem = (error as Error).message.replace(/^Invalid regular expression: .*: /, '').toLowerCase();
    return { problem, pattern: { source: source.slice(0, 200), problem } };
  }
}

function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a ${typeof value}` : text;
}
