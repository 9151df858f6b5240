import { expect, test } from 'vitest';
import { readPage } from '../../../src/emit/site/gate/read-page.js';

const page = (body: string) => `<!doctype html>\n<html lang="en"><body>${body}</body></html>\n`;

test('a page tells its ids, its references and its links', () => {
  const body = '<section id="a" aria-labelledby="b"><h2 id="b">A &amp; "B"</h2><a href="x.html#y">x</a></section>';
  const { ids, references, links } = readPage(page(body));
  expect([...ids]).toEqual(['a', 'b']);
  expect(references).toEqual(['b']);
  expect(links).toEqual([{ element: 'a', rel: '', url: 'x.html#y' }]);
});

test.each([
  ['an unknown element', '<iframe></iframe>', 'an element <iframe>'],
  ['a style element', '<style></style>', 'an element <style>'],
  ['an event', '<p onclick="x">a</p>', 'an attribute onclick'],
  ['a style', '<p style="x">a</p>', 'an attribute style'],
  ['a script in the page', '<script src="a.js">alert(1)</script>', 'a script stands in the page'],
  ['a script without a source', '<script></script>', 'a script has no source'],
  ['an open element', '<p>a', '</body> closes something else'],
  ['elements that cross', '<p><b>a</p></b>', '</p> closes something else'],
  ['an attribute without quotes', '<p class=a>a</p>', 'stray markup'],
  ['an attribute in single quotes', "<p class='a'>a</p>", 'stray markup'],
  ['an attribute twice', '<p id="a" id="b">a</p>', 'two attributes id'],
  ['a comment', '<!-- a -->', 'stray markup'],
  ['an entity of other names', '<p>&nbsp;</p>', 'stray markup'],
  ['a bare ampersand', '<p>a & b</p>', 'stray markup'],
  ['a bare bracket', '<p>a < b</p>', 'stray markup'],
  ['capital letters', '<P>a</P>', 'stray markup'],
  ['one id twice', '<p id="a">a</p><p id="a">b</p>', 'two elements have the id a'],
  ['a block in a paragraph', '<p><span><ul></ul></span></p>', 'would end a paragraph'],
  ['a link in a link', '<a href="a"><span><a href="b">b</a></span></a>', 'a link stands in a link'],
  ['a slash that HTML ignores', '<div/>', 'only SVG'],
])('%s is refused', (_, body, message) => {
  expect(() => readPage(page(body))).toThrow(message);
});

test('text outside of the page is refused, and what is no page', () => {
  expect(() => readPage(`${page('')}a`)).toThrow('text stands outside');
  expect(() => readPage('<html></html>')).toThrow('does not begin as a page');
});
