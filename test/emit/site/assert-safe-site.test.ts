import { expect, test } from 'vitest';
import { emitSite } from '../../../src/emit/site/emit-site.js';
import { assertSafeSite } from '../../../src/emit/site/gate/assert-safe-site.js';
import { readAsset } from '../../../src/host/package-assets.js';
import { noDeadline } from '../../../src/limits/deadline.js';
import { modelOf } from '../../support/contract.js';

const manifest = `
tools:
  - name: a
    description: A.
    inputSchema: { type: object }
`;

async function siteFiles(): Promise<Map<string, string>> {
  const files = await emitSite(modelOf(manifest), readAsset, noDeadline);
  return new Map(files.map(({ path, text }) => [path.replace('generated/docs/', ''), text]));
}

const ours = new Set(['assets/site.css', 'assets/site.js', 'assets/catalogue.js', 'assets/minisearch.js']);

const page = 'tools/a.html';

test.each([
  ['a link that runs something', '<h1>a</h1>', '<h1><a href="javascript:alert(1)">a</a></h1>', 'leads to javascript:'],
  ['a link with odd blanks', '<h1>a</h1>', '<h1><a href="java\tscript:alert(1)">a</a></h1>', 'leads to java'],
  ['a link to another host', '<h1>a</h1>', '<h1><a href="//example.com">a</a></h1>', 'leads to //example.com'],
  ['a link to no page', '<h1>a</h1>', '<h1><a href="b.html">a</a></h1>', 'leads to b.html'],
  ['a link to no place', '<h1>a</h1>', '<h1><a href="#b">a</a></h1>', 'leads to #b'],
  [
    'a script from elsewhere',
    'src="../assets/site.js"',
    'src="https://example.com/site.js"',
    '<script> leads to https',
  ],
  ['a script that is a page', 'src="../assets/site.js"', 'src="a.html"', '<script> leads to a.html'],
  ['an image from elsewhere', '<h1>a</h1>', '<img src="https://example.com/a.png" alt="">', '<img> leads to https'],
  ['another policy', "script-src 'self'", "script-src 'self' 'unsafe-inline'", 'policy is another one'],
  ['a label that is not there', 'id="input-title"', 'id="other"', 'refers to an id input-title'],
])('%s is found', async (_, before, after, message) => {
  const files = await siteFiles();
  const text = files.get(page) ?? '';
  expect(text).toContain(before);
  files.set(page, text.replace(before, after));
  expect(() => assertSafeSite(files, ours)).toThrow(message);
});

test.each([
  ['code behind the data', (text: string) => text.replace(/;\n$/, '; alert(1);\n'), 'JSON'],
  ['a call in the data', (text: string) => text.replace('"a"', 'alert(1)'), 'JSON'],
  ['an object in the data', (text: string) => text.replace('"a"', '{ "__proto__": [] }'), 'lists of strings'],
  ['markup in the data', (text: string) => text.replace('"a"', '"<b>"'), 'markup'],
  ['a line end in the data', (text: string) => text.replace('"a"', '"\u2028"'), 'line end'],
  ['another variable', (text: string) => text.replace('mcpgenTools', 'name'), 'no assignment'],
])('%s is found', async (_, change, message) => {
  const files = await siteFiles();
  files.set('assets/tools.js', change(files.get('assets/tools.js') ?? ''));
  expect(() => assertSafeSite(files, ours)).toThrow(message);
});

test('a file of another kind is refused', async () => {
  const files = await siteFiles();
  files.set('a.svg', '<svg></svg>');
  expect(() => assertSafeSite(files, ours)).toThrow('nobody knows this kind of file');
});
