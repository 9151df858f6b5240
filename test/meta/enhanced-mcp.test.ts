import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnosticCodes } from '../../src/diagnostics/catalogue.js';
import { specification } from '../support/specification.js';

interface Definition {
  readonly properties?: Readonly<Record<string, unknown>>;
}

const root = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/enhanced-mcp.md', root), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));
const manifest = JSON.parse(readFileSync(new URL('schemas/manifest.schema.json', root), 'utf8')) as {
  readonly $defs: Readonly<Record<string, Definition>>;
};
const core = JSON.parse(readFileSync(new URL('docs/extensions/core.schema.json', root), 'utf8')) as Definition;

test.each(specification)('$type: every field has a row', ({ type, fields }) => {
  const text = rows.filter((row) => row.startsWith(`| \`${type}`)).join('\n');
  expect(fields.filter((field) => !new RegExp(`\`(${type}\\.)?${field}\``).test(text))).toEqual([]);
});

test.each(specification)(
  '$type: every field is in the manifest, or in what is negotiated',
  ({ definition, fields }) => {
    const { properties } = definition === undefined ? core : (manifest.$defs[definition] ?? {});
    expect(Object.keys(properties ?? {})).toEqual(expect.arrayContaining([...fields]));
  },
);

/** What the specification itself says, where it is at hand: each interface with its fields, and their alternatives. */
const seed = new URL('../shared/seeds/enhanced-mcp-2.0.md', root);
const hasSeed = existsSync(seed);
const interfaces = hasSeed
  ? interfacesOf(readFileSync(seed, 'utf8'))
  : new Map<string, Map<string, readonly string[]>>();

test.runIf(hasSeed)('the types are those of the specification, and no field is missing', () => {
  expect(typesOf('Intelligent Tool Discovery')).toHaveLength(7);
  const theirs = specification.filter(({ isOurs }) => isOurs === undefined);
  expect(theirs.map(({ type }) => type)).toEqual(expect.arrayContaining(typesOf('Intelligent Tool Discovery')));
  expect(theirs.map(({ type }) => type)).toEqual(expect.arrayContaining(typesOf('Backwards Compatibility')));
  for (const { type, fields } of theirs)
    expect([type, ...(interfaces.get(type)?.keys() ?? [])]).toEqual([type, ...fields]);
});

test.runIf(hasSeed)('each alternative that the specification has for a field is one of the schema', () => {
  const missing = specification.flatMap(({ type, definition, isOurs }) => {
    if (isOurs !== undefined) return [];
    const { properties = {} } = definition === undefined ? core : (manifest.$defs[definition] ?? {});
    return [...(interfaces.get(type) ?? [])].flatMap(([field, choices]) => {
      const known = (properties[field] as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];
      return choices.filter((each) => !known.includes(each)).map((each) => `${type}.${field}: ${each}`);
    });
  });
  expect(missing).toEqual([]);
});

/** Types that are declared in one section of the specification. */
function typesOf(section: string): string[] {
  const [, text = ''] = readFileSync(seed, 'utf8').split(`\n## ${section}\n`);
  return [...interfacesOf(text.split('\n## ')[0] ?? '').keys()];
}

function interfacesOf(text: string): Map<string, Map<string, readonly string[]>> {
  const found = [...text.matchAll(/^interface (\w+)[^{]*\{([^}]*)\}/gm)];
  return new Map(
    found.map(([, name = '', body = '']) => [
      name,
      new Map(
        [...body.matchAll(/^ {2}(\w+)\??: (.*);/gm)].map(([, field = '', type = '']) => [
          field,
          [...type.matchAll(/"([^"]*)"/g)].map(([, choice = '']) => choice),
        ]),
      ),
    ]),
  );
}

test('every diagnostic that the table names exists', () => {
  const named = [
    ...rows
      .join('\n')
      .matchAll(/`((?:names|text|schema|semantics|composition|workflow|dependencies|examples)\/[\w*-]+)`/g),
  ];
  const known = (code: string) =>
    code.endsWith('/*')
      ? diagnosticCodes.some((each) => each.startsWith(code.slice(0, -1)))
      : (diagnosticCodes as readonly string[]).includes(code);
  expect(named.length).toBeGreaterThan(20);
  expect(named.flatMap(([, code = '']) => (known(code) ? [] : [code]))).toEqual([]);
});
