import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import { patternHelp, typeHelp, typeNames, valueHelp } from './keyword-help.js';
import type { ValueKind } from './keywords.js';

/** What is wrong with a keyword's value, and where below the keyword. */
export interface Fault {
  readonly problem: string;
  readonly path?: JsonPath;
  readonly isAtKey?: boolean;
  readonly help?: string | undefined;
  /** Of a value that is no regular expression. */
  readonly pattern?: string;
}

/** Every fault of one keyword's value. Subschemas in it are only held to be schemas at all. */
export function faultsOf(kind: ValueKind, keyword: string, value: JsonValue): Fault[] {
  const must = (expected: string, isFine = false): Fault[] => {
    const problem = `\`${keyword}\` must be ${expected}, and this is ${describe(value)}`;
    return isFine ? [] : [{ problem, help: valueHelp(kind, keyword, value) }];
  };
  switch (kind) {
    case 'any':
      return [];
    case 'list':
      return must('a list', Array.isArray(value));
    case 'string':
    case 'uri':
      return must('a string', typeof value === 'string');
    case 'anchor':
      return must('a name (letter first)', typeof value === 'string' && /^[A-Za-z_][-A-Za-z0-9._]*$/.test(value));
    case 'regex':
      return typeof value === 'string' ? regexFaults(value) : must('a string');
    case 'boolean':
      return must('true or false', typeof value === 'boolean');
    case 'number':
      return must('a number', typeof value === 'number');
    case 'positive-number':
      return must('a number above 0', typeof value === 'number' && value > 0);
    case 'count':
      return must('an integer of 0 or more', Number.isInteger(value) && Number(value) >= 0);
    case 'names':
      return namesFaults(keyword, value);
    case 'names-map':
      if (!isJsonObject(value)) return must('a map of lists of names');
      return inMap(value, (names) => namesFaults(keyword, names));
    case 'boolean-map':
      return must(
        'a map of booleans',
        isJsonObject(value) && Object.values(value).every((each) => typeof each === 'boolean'),
      );
    case 'types':
      return typesFaults(value);
    case 'schema':
      return schemaFaults(kind, keyword, value);
    case 'schema-or-list':
      return Array.isArray(value) ? listFaults(keyword, value) : schemaFaults(kind, keyword, value);
    case 'schema-list':
      return Array.isArray(value) ? listFaults(keyword, value) : must('a list of schemas');
    case 'schema-map':
      if (!isJsonObject(value)) return must('a map of schemas');
      return [...patternNamesFaults(keyword, value), ...inMap(value, (schema) => schemaFaults(kind, keyword, schema))];
    case 'dependencies':
      if (!isJsonObject(value)) return must('a map');
      return inMap(value, (each) =>
        Array.isArray(each) ? namesFaults(keyword, each) : schemaFaults(kind, keyword, each),
      );
  }
}

function schemaFaults(kind: ValueKind, keyword: string, value: JsonValue): Fault[] {
  if (typeof value === 'boolean' || isJsonObject(value)) return [];
  const problem = `\`${keyword}\` must hold a schema (a map, true or false), and this is ${describe(value)}`;
  return [{ problem, help: valueHelp(kind, keyword, value) }];
}

function listFaults(keyword: string, value: readonly JsonValue[]): Fault[] {
  if (value.length === 0) return [{ problem: `\`${keyword}\` must not be empty` }];
  return value.flatMap((schema, index) =>
    schemaFaults('schema', keyword, schema).map((fault) => ({ ...fault, path: [index] })),
  );
}

function inMap(map: JsonObject, check: (value: JsonValue) => Fault[]): Fault[] {
  return Object.entries(map).flatMap(([name, value]) =>
    check(value).map((fault) => ({ ...fault, path: [name, ...(fault.path ?? [])] })),
  );
}

function namesFaults(keyword: string, value: JsonValue): Fault[] {
  if (!Array.isArray(value)) {
    const problem = `\`${keyword}\` must be a list of names, and this is ${describe(value)}`;
    return [{ problem, help: valueHelp('names', keyword, value) }];
  }
  return value.flatMap((name, index): Fault[] => {
    const path = [index];
    if (typeof name !== 'string')
      return [{ problem: `\`${keyword}\` must hold names, and this is ${describe(name)}`, path }];
    const isAgain = value.indexOf(name) < index;
    return isAgain ? [{ problem: `${JSON.stringify(name)} stands twice in \`${keyword}\``, path }] : [];
  });
}

function typesFaults(value: JsonValue): Fault[] {
  if (!Array.isArray(value)) return typeFaults(value, []);
  if (value.length === 0) return [{ problem: '`type` must not be an empty list' }];
  return value.flatMap((type, index) => {
    if (value.indexOf(type) < index)
      return [{ problem: `${JSON.stringify(type)} stands twice in \`type\``, path: [index] }];
    return typeFaults(type, [index]);
  });
}

function typeFaults(value: JsonValue, path: JsonPath): Fault[] {
  if (typeof value === 'string' && typeNames.includes(value)) return [];
  const problem =
    typeof value === 'string'
      ? `${JSON.stringify(value)} is not a type of JSON Schema`
      : `\`type\` must be a type's name, and this is ${describe(value)}`;
  return [{ problem, path, help: typeHelp(value) }];
}

function patternNamesFaults(keyword: string, value: JsonObject): Fault[] {
  if (keyword !== 'patternProperties') return [];
  return Object.keys(value).flatMap((name) =>
    regexFaults(name).map((fault) => ({ ...fault, path: [name], isAtKey: true })),
  );
}

function regexFaults(source: string): Fault[] {
  try {
    new RegExp(source, 'u');
    return [];
  } catch (error) {
    const problem = (error as Error).message.replace(/^Invalid regular expression: .*: /s, '').toLowerCase();
    return [{ problem, pattern: source.slice(0, 200), help: patternHelp(source, problem) }];
  }
}

function describe(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'a map';
  const text = JSON.stringify(value);
  return text.length > 60 ? `a ${typeof value}` : text;
}
