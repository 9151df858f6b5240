import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/json.js';

// What editors show and `mcpgen schema` prints: every member says what it is, with an example that is right.

interface Member {
  readonly place: string;
  readonly pointer: string;
  readonly schema: JsonObject;
}

const formats = ['manifest', 'mcpgen'].map((name) => {
  const path = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  const root = JSON.parse(readFileSync(path, 'utf8')) as JsonObject;
  return { name, root, members: membersOf(root) };
});

/** Every schema that stands for a value somebody writes, and every definition. */
function membersOf(root: JsonObject): Member[] {
  const members: Member[] = [];
  const visit = (schema: JsonValue | undefined, pointer: string): void => {
    if (!isJsonObject(schema)) return;
    for (const map of ['properties', '$defs']) {
      for (const [name, member] of Object.entries((schema[map] ?? {}) as JsonObject)) {
        const place = `${pointer}/${map}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        if (map === 'properties' && isJsonObject(member)) members.push({ place, pointer: place, schema: member });
        visit(member, place);
      }
    }
    for (const key of ['items', 'additionalProperties', 'then', 'else']) visit(schema[key], `${pointer}/${key}`);
  };
  visit(root, '#');
  return members;
}

/** Conditions name members to forbid them: `tool: false` tells nobody anything. */
const tells = ({ schema }: Member) => Object.keys(schema).length > 0;

test.each(formats)('every member of $name is described in short sentences', ({ members }) => {
  expect(members.length).toBeGreaterThan(50);
  const silent = members.filter(tells).filter(({ schema }) => {
    const { description } = schema;
    return typeof description !== 'string' || !/^[A-Z`].{2,}[^.]\.$/su.test(description);
  });
  expect(silent.map(({ place }) => place)).toEqual([]);
  const long = members.filter(({ schema }) => String(schema['description']).length > 330);
  expect(long.map(({ place }) => place)).toEqual([]);
});

test.each(formats)('every member of $name has an example, which is valid', ({ root, members }) => {
  const ajv = new Ajv2020({ strict: false });
  ajv.addSchema(root, 'format.json');
  for (const { place, pointer, schema } of members.filter(tells)) {
    const { examples } = schema;
    expect(Array.isArray(examples) && examples.length > 0, place).toBe(true);
    const validate = ajv.compile({ $ref: `format.json${encodeURI(pointer)}` });
    for (const example of examples as JsonValue[]) {
      expect([place, validate(example) ? [] : validate.errors]).toEqual([place, []]);
    }
  }
});

test.each(formats)(
  'every choice of $name is explained: all of its values, or none but by the description',
  ({ members }) => {
    const choices = members.flatMap(({ place, schema }) => {
      const holder = isJsonObject(schema['items']) ? schema['items'] : schema;
      return Array.isArray(holder['enum']) ? [{ place, schema, holder, values: holder['enum'] }] : [];
    });
    expect(choices.length).toBeGreaterThan(3);
    for (const { place, schema, holder, values } of choices) {
      const told = holder['enumDescriptions'];
      if (told === undefined) {
        for (const value of values)
          expect([place, schema['description']]).toEqual([place, expect.stringContaining(`\`${value}\``)]);
      } else {
        expect([place, told]).toEqual([place, Array.from(values, () => expect.stringMatching(/^[A-Z].*\.$/))]);
      }
    }
  },
);
