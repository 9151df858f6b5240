import { expect, test } from 'vitest';
import { externalHref, imageSource, pageHref, stateHref } from '../../../src/emit/site/html/href.js';
import { type Html, html, join } from '../../../src/emit/site/html/html.js';
import { inlineJson, jsonCode } from '../../../src/emit/site/html/json-code.js';
import { attribute, paragraphs, text } from '../../../src/emit/site/html/text.js';
import { typesCode } from '../../../src/emit/site/html/types-code.js';

const hostile = `<script>'"\`&`;

test('text and attributes are escaped by where they stand', () => {
  const { markup } = html`<p id="${attribute(hostile)}">${text(hostile)}</p>`;
  expect(markup).toBe(`<p id="&lt;script&gt;&#39;&quot;&#96;&amp;">&lt;script&gt;'"\`&amp;</p>`);
});

test('what nobody would see is shown by its number', () => {
  expect(text('a\u202eb\u200bc').markup).toBe(
    'a<span class="unseen">U+202E</span>b<span class="unseen">U+200B</span>c',
  );
  expect(attribute('a\u202eb').escaped).toBe('aU+202Eb');
  expect(attribute('a\n\tb').escaped).toBe('a b');
});

test('a string is refused where markup belongs, and markup where an attribute belongs', () => {
  const smuggle = (value: unknown) => value as Html;
  expect(() => html`<p>${smuggle('<b>')}</p>`).toThrow('wrong kind stands in text');
  expect(() => html`<p class="${smuggle('a')}"></p>`).toThrow('wrong kind stands in class');
  expect(() => html`<p class="${text('a')}"></p>`).toThrow('wrong kind stands in class');
  expect(() => html`<a href="${attribute('a')}"></a>`).toThrow('wrong kind stands in href');
  expect(() => html`<p>${attribute('a')}</p>`).toThrow('wrong kind stands in text');
});

test('no value may stand where it would become a name, an event, a style, or more of a tag', () => {
  const value = attribute('a');
  expect(() => html`<p onclick="${value}"></p>`).toThrow('no value may stand');
  expect(() => html`<p style="${value}"></p>`).toThrow('no value may stand');
  expect(() => html`<p ${value}></p>`).toThrow('no value may stand');
  expect(() => html`<p class=${value}></p>`).toThrow('no value may stand');
  expect(() => html`<${value}></p>`).toThrow('no value may stand');
  expect(() => html`<p>${text('a')}</p`).toThrow('ends inside a tag');
});

test('pieces are put together, and nothing stands for what is absent', () => {
  expect(html`<ul>${[text('a'), text('<')]}</ul>${undefined}${12}`.markup).toBe('<ul>a&lt;</ul>12');
  expect(join([text('a'), text('b')], text(', ')).markup).toBe('a, b');
});

test('an empty line starts a paragraph, and other line ends are kept', () => {
  expect(paragraphs('a\nb\n\n \n<c>\r\n\r\nd').markup).toBe(
    '<p dir="auto">a\nb</p><p dir="auto">&lt;c&gt;</p><p dir="auto">d</p>',
  );
  expect(paragraphs(' \n ').markup).toBe('');
});

test.each([
  ['https://example.com/?a=1&b="<>', 'https://example.com/?a=1&amp;b=%22%3C%3E'],
  ['mailto:desk@example.com', 'mailto:desk@example.com'],
  ['HTTP://EXAMPLE.COM', 'http://example.com/'],
])('%s is a link', (url, escaped) => {
  expect(externalHref(url)?.escaped).toBe(escaped);
});

test.each([
  'javascript:alert(1)',
  ' JaVaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,a',
  'file:///etc/passwd',
  '//example.com',
  'a.html',
  'vbscript:a',
  'urn:a:b',
])('%j is only a text', (url) => {
  expect(externalHref(url)).toBeUndefined();
});

test('only an image that stands in the page itself is a source', () => {
  expect(imageSource('data:image/png;base64,AAAA')?.escaped).toBe('data:image/png;base64,AAAA');
  for (const src of [
    'https://example.com/a.png',
    'data:text/html,a',
    'data:image/png,a b',
    'javascript:a',
    'data:image/xml,a',
  ]) {
    expect(imageSource(src)).toBeUndefined();
  }
});

test('links between pages are relative, and escape what a name may hold', () => {
  expect(pageHref('tools/a.html', 'index.html').escaped).toBe('../index.html');
  expect(pageHref('index.html', 'tools/+con.html').escaped).toBe('tools/%2Bcon.html');
  expect(pageHref('tools/a.html', 'tools/a.html', 'in-1').escaped).toBe('#in-1');
  expect(stateHref('tools/a.html', 'index.html', { category: '"><b>&' }).escaped).toBe(
    '../index.html#category=%22%3E%3Cb%3E%26',
  );
});

test('JSON is shown as it is, its keys and constants marked', () => {
  expect(jsonCode({ '<a>': ['x: "1"', -1.5, null] }).markup).toBe(
    '{\n  <b>"&lt;a&gt;"</b>: [\n    "x: \\"1\\"",\n    <i>-1.5</i>,\n    <i>null</i>\n  ]\n}',
  );
  expect(inlineJson('\u202e').markup).toBe('<code>"\\u202e"</code>');
  expect(inlineJson('a'.repeat(500)).markup).toContain('<details class="fold"><summary><code>"aaa');
});

test('types are marked, and names that have a page lead there', () => {
  const source = "/** <b> */\nexport type A = { 'x-y': Ticket; Ticket: '</script>' | 12 };";
  const { markup } = typesCode(source, new Map([['Ticket', pageHref('a.html', 'schemas/Ticket.html')]]));
  expect(markup).toContain('<span class="c">/** &lt;b&gt; */</span>');
  expect(markup).toContain('<span class="s">\'x-y\'</span>: <a href="schemas/Ticket.html">Ticket</a>; Ticket:');
  expect(markup).toContain('<span class="s">\'&lt;/script&gt;\'</span>');
  expect(markup).toContain('<span class="n">12</span>');
});
