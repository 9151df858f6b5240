import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { OptionSpec, Rule } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { pageUrl } from '../../src/diagnostics/page-url.js';

/** What mcpgen.yaml can say about each rule, for editors and for the check of its shape. */
const path = new URL('../../schemas/mcpgen.schema.json', import.meta.url);

interface ConfigSchema {
  readonly properties: { readonly lint: { readonly properties: { readonly rules: { properties: unknown } } } };
}

const whenTrue = 'then';

const levelNames = ['off', 'info', 'warning', 'error'];

const levelSchema = {
  description: 'How much a finding of the rule matters; `off` does not look for any.',
  $ref: '#/$defs/lintLevel',
  examples: ['warning'],
};

function schemaOf({ id, summary, options, levels }: Rule): object {
  const named = Object.entries(options);
  const level = levels.recommended === 'off' ? levels.strict : levels.recommended;
  const told = [
    `Levels: recommended ${levels.recommended}, strict ${levels.strict}.`,
    ...(named.length === 0 ? [] : [`Options: ${named.map(([name]) => `\`${name}\``).join(', ')}.`]),
    `[What it means](${pageUrl(`lint/${id}`)})`,
  ];
  const annotations = {
    description: summary,
    markdownDescription: `${summary}\n\n${told.join(' ')}`,
    // Editors offer it; of an object they would make `[object Object]`.
    examples: [level],
  };
  if (named.length === 0) return { ...annotations, $ref: '#/$defs/lintRule' };
  const places = named.map(([name, option], index) => [name, placeFor(option, index + 2)]);
  return {
    ...annotations,
    defaultSnippets: [
      ...levelNames.map((each) => ({ label: each, body: each })),
      {
        label: 'level and options',
        body: {
          level: `\${1|${[level, ...levelNames.filter((each) => each !== level)].join(',')}|}`,
          ...Object.fromEntries(places),
        },
      },
    ],
    if: { type: 'string' },
    [whenTrue]: { $ref: '#/$defs/lintLevel' },
    else: {
      type: 'object',
      additionalProperties: false,
      properties: {
        level: levelSchema,
        ...Object.fromEntries(named.map(([name, option]) => [name, optionSchema(option)])),
      },
    },
  };
}

/** In a snippet, where the author puts a number; a list stays as it is. */
function placeFor(option: OptionSpec, nth: number): unknown {
  return option.type === 'integer' ? `\${${nth}:${option.default}}` : option.default;
}

function optionSchema(option: OptionSpec): object {
  const { description, default: value } = option;
  const told = { description: `${description} Default: ${JSON.stringify(value)}.`, examples: [value] };
  if (option.type === 'integer') return { ...told, type: 'integer', minimum: option.minimum };
  return { ...told, type: 'array', items: { type: 'string', examples: [option.default[0] ?? 'word'] } };
}

test('the schema of mcpgen.yaml has every rule with its options: UPDATE_DOCS=1 writes them', () => {
  const text = readFileSync(path, 'utf8');
  const expected = Object.fromEntries(rules.map((rule) => [rule.id, schemaOf(rule)]));
  if (process.env['UPDATE_DOCS'] === '1') {
    // `npm run format` and `npm run generate` do the rest.
    const [start, end] = membersOf(text, '"properties": {', text.indexOf('"title": "LintRules"'));
    writeFileSync(path, text.slice(0, start) + JSON.stringify(expected, undefined, 2).slice(1, -1) + text.slice(end));
  } else {
    const schema = JSON.parse(text) as ConfigSchema;
    expect(schema.properties.lint.properties.rules.properties).toEqual(expected);
    expect(Object.keys(expected)).toEqual(Object.keys(expected).sort());
  }
});

/** Between the braces of the first object after an offset that follows an opening. */
function membersOf(text: string, opening: string, from: number): [number, number] {
  const start = text.indexOf(opening, from) + opening.length;
  let open = 1;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (token === '{') open++;
    if (token === '}') open--;
    if (open === 0) return [start, start + index];
  }
  throw new Error(`${opening} is not closed`);
}
