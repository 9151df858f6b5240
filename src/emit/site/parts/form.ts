import { isJsonObject, type JsonObject, type JsonValue } from '../../../json.js';
import { type Html, html, join } from '../html/html.js';
import { code, text } from '../html/text.js';
import { renderMembers } from '../schema/render-schema.js';
import { factsOf } from '../schema/schema-facts.js';
import type { Fact, SchemaPart } from '../schema/schema-node.js';

/** The fields of a form, in the order in which clients show them: with what a user reads beside them. */
export function formFields({ properties, required }: JsonObject): Html {
  const needed = new Set(Array.isArray(required) ? required : []);
  const fields = Object.entries(isJsonObject(properties) ? properties : {});
  return renderMembers(
    fields.map(([name, field]) => fieldPart(name, isJsonObject(field) ? field : {}, needed.has(name))),
  );
}

function fieldPart(name: string, field: JsonObject, isRequired: boolean): SchemaPart {
  const { title, description } = field;
  const type = typeWords(field);
  return {
    label: code(name),
    isNamed: true,
    isRequired,
    node: {
      type: text(typeof title === 'string' ? `${type} · ${title}` : type),
      ...(typeof description === 'string' && { description }),
      facts: [...choiceFacts(field), ...factsOf(withoutChoices(field))],
      parts: [],
    },
  };
}

function typeWords(field: JsonObject): string {
  if (field['type'] === 'array') return 'several choices';
  if (choicesOf(field).length > 0) return 'one choice';
  return (
    { string: 'text', number: 'number', integer: 'whole number', boolean: 'yes or no' }[String(field['type'])] ?? 'text'
  );
}

interface Choice {
  readonly value: JsonValue;
  readonly title?: string;
}

/** Whatever way they are written: `oneOf`, `anyOf`, `enum`, or `enum` with `enumNames`. */
function choicesOf(field: JsonObject): Choice[] {
  const { oneOf, anyOf, enum: values, enumNames } = field;
  const titled = Array.isArray(oneOf) ? oneOf : Array.isArray(anyOf) ? anyOf : undefined;
  if (titled !== undefined) {
    return titled.flatMap((each) => (isJsonObject(each) ? [choice(each['const'] ?? null, each['title'])] : []));
  }
  const names = Array.isArray(enumNames) ? enumNames : [];
  return Array.isArray(values) ? values.map((value, at) => choice(value, names[at])) : [];
}

function choice(value: JsonValue, title: JsonValue | undefined): Choice {
  return { value, ...(typeof title === 'string' && { title }) };
}

function choiceFacts(field: JsonObject): Fact[] {
  const { items } = field;
  const choices = choicesOf(isJsonObject(items) ? items : field);
  if (choices.length === 0) return [];
  const shown = choices.map(({ value, title }) => {
    const own = code(typeof value === 'string' ? value : JSON.stringify(value));
    return title === undefined ? own : html`${own} ${text(title)}`;
  });
  return [{ name: isJsonObject(items) ? 'any of' : 'one of', value: join(shown, text(' · ')) }];
}

function withoutChoices({ oneOf: _oneOf, anyOf: _anyOf, enum: _enum, items: _items, ...rest }: JsonObject): JsonObject {
  return rest;
}
