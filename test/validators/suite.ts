import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JsonObject, JsonValue } from '../../src/json.js';

/** One group of the official JSON-Schema-Test-Suite. */
export interface Group {
  readonly file: string;
  readonly description: string;
  readonly schema: JsonObject;
  readonly tests: readonly { readonly description: string; readonly data: JsonValue; readonly valid: boolean }[];
}

const folder = new URL('../../../shared/corpus/json-schema-test-suite/tests/draft2020-12/', import.meta.url);

/** The groups of the required files, or of one folder below; undefined where the suite is absent. */
export function suiteGroups(below = ''): readonly Group[] | undefined {
  const place = new URL(below, folder);
  if (!existsSync(place)) return undefined;
  const files = readdirSync(place).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => {
    const groups = JSON.parse(readFileSync(new URL(name, place), 'utf8')) as Omit<Group, 'file'>[];
    return groups.map((group) => ({ ...group, file: basename(name, '.json'), schema: asObject(group.schema) }));
  });
}

/** MCP has no boolean schemas at the root. */
function asObject(schema: JsonValue): JsonObject {
  return typeof schema === 'boolean' ? { allOf: [schema] } : (schema as JsonObject);
}
