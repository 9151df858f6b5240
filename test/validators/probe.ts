import type { JsonObject, JsonValue } from '../../src/json.js';
import { isJsonObject } from '../../src/json.js';

const texts: Readonly<Record<string, string>> = {
  uri: 'https://example.org/a',
  'date-time': '2026-07-28T10:00:00Z',
  uuid: '2eb8aa08-aa98-11ea-b4aa-73b441d16380',
  email: 'somebody@example.org',
  ipv4: '127.0.0.1',
};

/** A value that most schemas of real tools accept: every property there, one item in each list. */
export function probeOf(schema: JsonValue | undefined, root: JsonObject, depth = 0): JsonValue {
  if (!isJsonObject(schema) || depth > 6) return null;
  const pointer = typeof schema['$ref'] === 'string' ? schema['$ref'].slice(1) : undefined;
  if (pointer !== undefined) return probeOf(at(root, pointer), root, depth + 1);
  const { const: constant, enum: choices, type, items, properties, minimum, minLength, format } = schema;
  if (constant !== undefined) return constant;
  if (Array.isArray(choices)) return choices[0] ?? null;
  const [branch] = [schema['anyOf'], schema['oneOf']].filter(Array.isArray).map(([first]) => first);
  if (branch !== undefined && properties === undefined) return probeOf(branch, root, depth + 1);
  switch (Array.isArray(type) ? type[0] : (type ?? (properties === undefined ? undefined : 'object'))) {
    case 'object':
      return Object.fromEntries(
        Object.entries(isJsonObject(properties) ? properties : {}).map(([name, member]) => [
          name,
          probeOf(member, root, depth + 1),
        ]),
      );
    case 'array':
      return [probeOf(items, root, depth + 1)];
    case 'string':
      return texts[String(format)] ?? 'text'.padEnd(Number(minLength ?? 0), 'x');
    case 'integer':
    case 'number':
      return Number(minimum ?? 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

/** The value with one part changed in each: another type, gone, or something more. */
export function* mutationsOf(value: JsonValue): Generator<JsonValue> {
  yield typeof value === 'string' ? 12.5 : 'other';
  if (Array.isArray(value)) {
    yield [...value, { unheard: 1 }];
    for (const [index, item] of value.entries()) {
      for (const each of mutationsOf(item)) yield value.with(index, each);
    }
  } else if (isJsonObject(value)) {
    yield { ...value, unheard: 1 };
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _gone, ...others } = value;
      yield others;
      for (const each of mutationsOf(member)) yield { ...value, [name]: each };
    }
  }
}

function at(root: JsonObject, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const step of pointer.split('/').slice(1)) {
    value = isJsonObject(value) ? value[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined;
  }
  return value;
}
