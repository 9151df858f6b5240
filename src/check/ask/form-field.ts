import { isJsonObject, type JsonObject, type JsonPath } from '../../json.js';

/** What is wrong with a field, and where in it. */
export interface FieldFault {
  readonly problem: string;
  readonly help: string;
  readonly path: JsonPath;
  readonly target: 'key' | 'value';
}

const noted = ['type', 'title', 'description', 'default'];
const kinds: Readonly<Record<string, readonly string[]>> = {
  string: [...noted, 'minLength', 'maxLength', 'format', 'enum', 'enumNames', 'oneOf'],
  number: [...noted, 'minimum', 'maximum'],
  integer: [...noted, 'minimum', 'maximum'],
  boolean: noted,
  array: [...noted, 'minItems', 'maxItems', 'items'],
};
const formats = ['email', 'uri', 'date', 'date-time'];
const bounds = [
  ['minLength', 'maxLength'],
  ['minimum', 'maximum'],
  ['minItems', 'maxItems'],
] as const;

/** Why a field is none of `PrimitiveSchemaDefinition` (MCP 2026-07-28 and 2025-11-25): the first reason, undefined when it is one. */
export function faultOf(field: JsonObject): FieldFault | undefined {
  const { type } = field;
  const allowed = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
  if (allowed === undefined) {
    const isNested = type === 'object' || field['properties'] !== undefined;
    return {
      problem: isNested ? 'holds fields of its own, and forms are flat' : 'has no type that a form can show',
      help: isNested
        ? 'write its fields beside it, or ask for them in a question of their own'
        : 'say `type: string`, `number`, `integer` or `boolean`, or `array` for a choice of several',
      path: type === undefined ? [] : ['type'],
      target: type === undefined ? 'key' : 'value',
    };
  }
  const unknown = Object.keys(field).find((keyword) => !allowed.includes(keyword));
  if (unknown !== undefined) {
    const help = `forms know of ${allowed.map((each) => `\`${each}\``).join(', ')} here`;
    return { problem: `has \`${unknown}\`, which no client looks at`, help, path: [unknown], target: 'key' };
  }
  return noteFault(field) ?? boundFault(field) ?? formatFault(field) ?? choiceFault(field);
}

function noteFault(field: JsonObject): FieldFault | undefined {
  const wrong = ['title', 'description'].find((key) => field[key] !== undefined && typeof field[key] !== 'string');
  if (wrong === undefined) return undefined;
  return { problem: `has a \`${wrong}\` that is no text`, help: 'write a text', path: [wrong], target: 'value' };
}

function boundFault(field: JsonObject): FieldFault | undefined {
  for (const [least, most] of bounds) {
    const isCount = least !== 'minimum';
    const odd = [least, most].find((key) => {
      const value = field[key];
      return value !== undefined && (typeof value !== 'number' || (isCount && (!Number.isInteger(value) || value < 0)));
    });
    const what = isCount ? 'number from 0 up' : 'number';
    if (odd !== undefined) {
      return { problem: `has a \`${odd}\` that is no ${what}`, help: `write a ${what}`, path: [odd], target: 'value' };
    }
    if (Number(field[least]) > Number(field[most])) {
      const problem = `has a \`${least}\` above its \`${most}\`: nobody can fill it in`;
      return { problem, help: 'exchange the two', path: [least], target: 'value' };
    }
  }
  return undefined;
}

function formatFault({ format }: JsonObject): FieldFault | undefined {
  if (format === undefined || (typeof format === 'string' && formats.includes(format))) return undefined;
  const help = `forms know of ${formats.map((each) => `\`${each}\``).join(', ')}`;
  return { problem: `has the format ${JSON.stringify(format)}`, help, path: ['format'], target: 'value' };
}

function choiceFault(field: JsonObject): FieldFault | undefined {
  const { type, items, enumNames } = field;
  if (type === 'array') {
    if (!isJsonObject(items)) {
      const help = 'say `items: { type: string, enum: [...] }`';
      return { problem: 'is a list of something that it does not name', help, path: [], target: 'key' };
    }
    const fault = valuesFault(items, 'anyOf', true);
    return fault === undefined ? undefined : { ...fault, path: ['items', ...fault.path] };
  }
  if (enumNames !== undefined) {
    const values = field['enum'];
    const isRight =
      Array.isArray(enumNames) && enumNames.every((each) => typeof each === 'string') && Array.isArray(values);
    if (!isRight || enumNames.length !== values.length) {
      const problem = 'has `enumNames` that are not one text for each value of `enum`';
      return { problem, help: 'give each value a name, or use `oneOf`', path: ['enumNames'], target: 'key' };
    }
  }
  return valuesFault(field, 'oneOf', false);
}

/** Of the values among which the user chooses: `enum`, or `const` and `title` in a list. */
function valuesFault(schema: JsonObject, titled: 'oneOf' | 'anyOf', isNeeded: boolean): FieldFault | undefined {
  const plain = schema['enum'];
  const options = schema[titled];
  if (plain !== undefined && options !== undefined) {
    return { problem: `has both \`enum\` and \`${titled}\``, help: 'keep one of them', path: [titled], target: 'key' };
  }
  if (plain === undefined && options === undefined) {
    if (!isNeeded) return undefined;
    const help = 'forms have no lists but choices: say `enum: [...]`, or `anyOf: [{ const: ..., title: ... }]`';
    return { problem: 'is a list of any values', help, path: [], target: 'key' };
  }
  const key = plain === undefined ? titled : 'enum';
  const stray = Object.keys(schema).find((each) => isNeeded && ![key, 'type'].includes(each));
  if (stray !== undefined) {
    const help = `write \`${key}\` alone`;
    return { problem: `has \`${stray}\` beside its values`, help, path: [stray], target: 'key' };
  }
  const list = schema[key];
  const values = Array.isArray(list) ? list.map((each) => (key === 'enum' ? each : constOf(each))) : [];
  if (values.length === 0 || !values.every((each) => typeof each === 'string')) {
    const help =
      key === 'enum' ? 'list texts' : 'list `{ const: ..., title: ... }`, where both are texts and nothing else stands';
    return { problem: `has \`${key}\` with values that are no texts`, help, path: [key], target: 'key' };
  }
  if (new Set(values).size < values.length) {
    return { problem: 'offers a value twice', help: 'remove one of the two', path: [key], target: 'key' };
  }
  return undefined;
}

function constOf(option: unknown): unknown {
  const isRight =
    isJsonObject(option as never) &&
    Object.keys(option as object)
      .sort()
      .join() === 'const,title';
  const { const: value, title } = (isRight ? option : {}) as JsonObject;
  return typeof title === 'string' ? value : undefined;
}
