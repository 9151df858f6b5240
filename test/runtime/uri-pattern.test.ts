import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UriPattern } from '../../src/runtime/uri-pattern.js';

const TEMPLATES = [
  'desk://tickets/{id}',
  'desk://tickets/{id}{?verbose,page}',
  'desk://files/{+path}',
  'desk://files/{+path}{?version}',
  'desk://people/{names*}/all',
  'desk://docs/{name}.{ext}',
  'desk://docs{/section}{/page}',
  'desk://search?kind=a{&q,page}',
  'HTTPS://Example.org/{id}/x',
  'urn:desk:{id}',
];

test('what a template expands, it reads back', () => {
  const text = fc.string({ minLength: 1, maxLength: 12, unit: 'binary' });
  for (const template of TEMPLATES) {
    const pattern = new UriPattern(template);
    const isQuery = (name: string): boolean =>
      /[?&][^{}]*/.exec(template.slice(template.search(/\{[?&]/)))?.[0].includes(name) === true &&
      template.search(/\{[?&]/) !== -1;
    const values = fc.record(
      Object.fromEntries(
        pattern.names.map((name) => [name, name === 'names' ? fc.array(text, { minLength: 1, maxLength: 3 }) : text]),
      ),
      { requiredKeys: pattern.names.filter((name) => !isQuery(name)) },
    );
    let expanded = 0;
    fc.assert(
      fc.property(values, (given) => {
        let uri: string;
        try {
          uri = pattern.expand(given);
        } catch (error) {
          // Half a character, or steps of dots: there is no such URI, and that is said.
          expect(error).toBeInstanceOf(TypeError);
          return;
        }
        expanded++;
        expect(pattern.match(new URL(uri).href)).toEqual(given);
      }),
      { numRuns: 100 },
    );
    expect(expanded, template).toBeGreaterThan(20);
  }
});

test.each([
  ['desk://tickets/{id}', { id: 'a/b c?d#e,f&g' }, 'desk://tickets/a%2Fb%20c%3Fd%23e%2Cf%26g'],
  ['desk://tickets/{id}{?verbose,page}', { id: '1', page: '2' }, 'desk://tickets/1?page=2'],
  ['desk://tickets/{id}{?verbose,page}', { id: '1' }, 'desk://tickets/1'],
  ['desk://files/{+path}', { path: 'a/b?c' }, 'desk://files/a/b%3Fc'],
  ['desk://people/{names*}/all', { names: ['a', 'b,c'] }, 'desk://people/a,b%2Cc/all'],
  ['desk://docs{/section}{/page}', { section: 'a', page: 'b' }, 'desk://docs/a/b'],
  ['desk://x{.ext}', { ext: 'json' }, 'desk://x.json'],
  ['desk://search?kind=a{&q,page}', { page: '2' }, 'desk://search?kind=a&page=2'],
  ['urn:desk:{id}', { id: "it's (a) *test*!" }, 'urn:desk:it%27s%20%28a%29%20%2Atest%2A%21'],
])('%s with %j is %s', (template, values, uri) => {
  expect(new UriPattern(template).expand(values)).toBe(uri);
});

test.each([
  ['desk://tickets/{id}', {}, 'the variable id must be text'],
  ['desk://tickets/{id}', { id: 1 }, 'the variable id must be text'],
  ['desk://tickets/{id}', { id: '' }, 'the variable id must not be empty'],
  ['desk://tickets/{id}', { id: '\ud800' }, 'the variable id holds half a character'],
  ['desk://tickets/a/{id}', { id: '..' }, 'no URI of desk://tickets/a/{id} holds these values: {"id":".."}'],
  ['desk://people/{names*}', { names: [] }, 'the variable names must not be empty'],
  ['desk://people/{names*}', { names: ['a', 1] }, 'the variable names must be text'],
])('%s with %j is refused', (template, values, message) => {
  expect(() => new UriPattern(template).expand(values)).toThrow(message);
});

test.each([
  ['desk://tickets/{id}', 'desk://tickets/', undefined],
  ['desk://tickets/{id}', 'desk://tickets/a/b', undefined],
  ['desk://tickets/{id}', 'desk://tickets/a?b=1', undefined],
  ['desk://tickets/{id}', 'desk://tickets/%zz', undefined],
  ['desk://tickets/{id}', 'xdesk://tickets/a', undefined],
  ['desk://tickets/{id}{?verbose}', 'desk://tickets/a?verbose=', { id: 'a', verbose: '' }],
  ['desk://tickets/{id}{?verbose}', 'desk://tickets/a?other=1', undefined],
  ['desk://tickets/{id}{?verbose}', 'desk://tickets/a?verbose=1&verbose=2', undefined],
  ['desk://tickets/{id}{?a,b}', 'desk://tickets/x?b=2&a=1', { id: 'x', a: '1', b: '2' }],
  ['desk://docs/{name}.{ext}', 'desk://docs/a.b.c', { name: 'a.b', ext: 'c' }],
  ['desk://search?kind=a{&q}', 'desk://search?kind=a&q=x%26y', { q: 'x&y' }],
  ['desk://search?kind=a{&q}', 'desk://search?kind=b&q=x', undefined],
  ['desk://search?kind={k}{&q}', 'desk://search?kind=b&q=x', { k: 'b', q: 'x' }],
  ['https://Example.org/{id}', 'https://example.org/1', { id: '1' }],
  ['desk://t/{__proto__}', 'desk://t/a', Object.fromEntries([['__proto__', 'a']])],
])('%s reads %s', (template, uri, values) => {
  expect(new UriPattern(template).match(uri)).toEqual(values);
});

test('long URIs that almost match cost no more than others', () => {
  const many = new UriPattern(
    `desk://x/${Array.from({ length: 16 }, (_, index) => `{a${index}}-{b${index}}`).join('/')}/end`,
  );
  const near = `desk://x/${'a-'.repeat(4_000)}/end`;
  // A pattern that goes back would take longer than anybody waits.
  expect(many.match(near)).toBeUndefined();
  expect(new UriPattern('desk://x/{+p}/end').match(`desk://x/${'/end'.repeat(2_000)}x`)).toBeUndefined();
  expect(new UriPattern('desk://x/{id}').match(`desk://x/${'a'.repeat(8_200)}`)).toBeUndefined();
});
