import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.js';
import { loadTemplates, type TemplateValues } from '../../src/init/render-template.js';
import { inTemporaryFolder } from './temporary-folder.js';

/** Renders a text that stands where a shipped template does. */
function render(source: string, values: TemplateValues): Promise<string> {
  return inTemporaryFolder((folder) => {
    const host = createNodeHost(folder);
    host.writeFile('templates/t/out.txt.hbs', new TextEncoder().encode(source));
    const [template] = loadTemplates(host, 't');
    expect(template?.path).toBe('out.txt');
    return template?.render(values) ?? '';
  });
}

const hostile = `'"\\\n</script>{{name}}*[a](b)`;

test('every helper keeps a value inside its context', async () => {
  const values = { name: hostile };
  expect(JSON.parse(await render('{{json name}}', values))).toBe(hostile);
  expect(await render('{{str name}}', values)).toBe(String.raw`'\'"\\\n</script>{{name}}*[a](b)'`);
  expect(await render('{{md name}}', values)).toBe(String.raw`'"\\ \</script\>\{\{name\}\}\*\[a\]\(b\)`);
});

test('a block is there or not, with its line', async () => {
  const source = 'a\n{{#when yes}}\nb\n{{/when}}\nc\n';
  expect(await render(source, { yes: true })).toBe('a\nb\nc\n');
  expect(await render(source, { yes: false })).toBe('a\nc\n');
});

test.each([
  ['a missing value', '{{json nope}}'],
  ['a missing condition', '{{#when nope}}x{{/when}}'],
  ['a condition as text', '{{json flag}}'],
  ['an unknown helper', '{{html name}}'],
  ['a lookup', '{{lookup name "length"}}'],
  ['a loop', '{{#each name}}x{{/each}}'],
  ['an inherited member', '{{json constructor}}'],
  ['a partial', '{{> name}}'],
])('%s throws', async (_, source) => {
  await expect(render(source, { name: 'a', flag: true })).rejects.toThrow();
});

const templates = readdirSync('templates/init', { recursive: true, withFileTypes: true })
  .filter((each) => each.isFile())
  .map((each) => `${each.parentPath}/${each.name}`);

test.each(templates)('%s puts no value in without a helper', (path) => {
  expect(path).toMatch(/\.hbs$/);
  const source = readFileSync(path, 'utf8');
  expect(source).not.toContain('\r');
  expect(source.endsWith('\n')).toBe(true);
  expect(unguarded(source)).toEqual([]);
});

test('a bare value would be noticed', () => {
  expect(
    unguarded('{{a}}{{{b}}}{{json c}}{{{json d}}}{{#when e}}{{f}}{{else}}{{g}}{{/when}}{{> h}}{{#i}}{{/i}}'),
  ).toEqual(['a', 'b', 'json', 'f', 'g', 'PartialStatement', 'i']);
});

/** What of a template does not go through one of the helpers, in double braces. */
function unguarded(source: string): string[] {
  const found: string[] = [];
  const visit = (program: hbs.AST.Program | undefined): void => {
    for (const statement of program?.body ?? []) {
      if (isMustache(statement)) {
        const name = (statement.path as hbs.AST.PathExpression).original;
        if (!['str', 'json', 'md'].includes(name) || statement.params.length !== 1 || !statement.escaped)
          found.push(name);
      } else if (isBlock(statement)) {
        if (statement.path.original !== 'when') found.push(statement.path.original);
        visit(statement.program);
        visit(statement.inverse);
      } else if (!['ContentStatement', 'CommentStatement'].includes(statement.type)) found.push(statement.type);
    }
  };
  visit(Handlebars.parse(source));
  return found;
}

function isMustache(statement: hbs.AST.Statement): statement is hbs.AST.MustacheStatement {
  return statement.type === 'MustacheStatement';
}

function isBlock(statement: hbs.AST.Statement): statement is hbs.AST.BlockStatement {
  return statement.type === 'BlockStatement';
}
