import { UriTemplate } from '@modelcontextprotocol/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  expressionsOf,
  matcherOf,
  parseUriTemplate,
  sampleUri,
  shapeOf,
  type TemplatePart,
} from '../../src/model/uri-template.js';
import { UriPattern } from '../../src/runtime/uri-pattern.js';

function parse(template: string): readonly TemplatePart[] {
  const parts = parseUriTemplate(template);
  if ('problem' in parts) throw new Error(`${template}: ${parts.problem}`);
  return parts;
}

test.each<[string, string[], string[]]>([
  [
    'desk://a/{x}',
    ['desk://a/1', 'desk://a/%2F', 'desk://a/x-y'],
    ['desk://a/', 'desk://a/1/2', 'desk://a/1,2', 'desk://b/1'],
  ],
  ['desk://a/{+x}', ['desk://a/1', 'desk://a/1/2,3'], ['desk://a/', 'desk://b/1']],
  ['desk://a/{x*}/b', ['desk://a/1/b', 'desk://a/1,2/b'], ['desk://a/1/2/b', 'desk://a//b']],
  ['desk://a{/x}{.y}', ['desk://a/1.2'], ['desk://a/1', 'desk://a.2', 'desk://a/1/2.3']],
  [
    'desk://a{?x,y}',
    ['desk://a', 'desk://a?x=1', 'desk://a?y=2', 'desk://a?y=2&x=1', 'desk://a?x='],
    ['desk://a?', 'desk://a?z=1', 'desk://a?x=1&z=2', 'desk://a&x=1'],
  ],
  ['desk://a?v=1{&x}', ['desk://a?v=1', 'desk://a?v=1&x=2'], ['desk://a', 'desk://a?x=2', 'desk://a?v=1?x=2']],
  ['desk://plain', ['desk://plain'], ['desk://plain/', 'desk://plai']],
  ['desk://a.b(c)[1]*/{x}', ['desk://a.b(c)[1]*/2'], ['desk://aXb(c)[1]*/2']],
])('%s stands for the URIs that it makes, and for no others', (template, own, others) => {
  const matches = matcherOf(parse(template));
  expect(own.filter(matches)).toEqual(own);
  expect(others.filter(matches)).toEqual([]);
});

const name = fc.stringMatching(/^[a-z_][a-z0-9_]{0,5}$/);
const text = fc.stringMatching(/^[a-z0-9.-]{1,6}$/);
const step = fc.oneof(
  text.map((each) => `/${each}`),
  name.map((each) => `/{${each}}`),
  name.map((each) => `{/${each}}`),
  name.map((each) => `/{${each}*}`),
  fc.tuple(text, name).map(([each, variable]) => `/${each}{.${variable}}`),
  fc.tuple(name, name).map(([one, other]) => `/{${one}}:{${other}}`),
);
const template = fc
  .tuple(fc.array(step, { minLength: 1, maxLength: 5 }), fc.array(name, { maxLength: 3 }))
  .map(([steps, query]) => `desk://host${steps.join('')}${query.length > 0 ? `{?${query.join(',')}}` : ''}`)
  .filter((each) => {
    const names = expressionsOf(parse(each)).flatMap((one) => one.names);
    return new Set(names).size === names.length;
  });

test('what the SDK expands of a template that is let through, both the SDK and the check read back', () => {
  // Nothing that a template of this grammar has between variables, so that where one ends is certain.
  const value = fc.stringMatching(/^[A-Za-z0-9 /äß%&=]{1,8}$/).filter((each) => each.trim() !== '');
  fc.assert(
    fc.property(template, fc.infiniteStream(value), (each, values) => {
      const parts = parse(each);
      const names = expressionsOf(parts).flatMap((one) => one.names);
      const given = Object.fromEntries(names.map((one) => [one, String(values.next().value)]));
      const sdk = new UriTemplate(each);
      const uri = sdk.expand(given);
      expect(matcherOf(parts)(uri), uri).toBe(true);
      const read = sdk.match(uri) ?? {};
      const decoded = Object.entries(read).map(([key, one]) => [key, decodeURIComponent(String(one))]);
      expect(Object.fromEntries(decoded)).toEqual(given);
      expect(matcherOf(parts)(sampleUri(parts, 'Xx'))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('two templates have one shape when they differ in the names of their path alone', () => {
  expect(shapeOf(parse('desk://a/{x}{?q}'))).toBe(shapeOf(parse('desk://a/{y}{?q}')));
  const others = ['desk://a/{x}{?p}', 'desk://a/{+x}{?q}', 'desk://a/{x*}{?q}', 'desk://a/{x}', 'desk://b/{x}{?q}'];
  for (const other of others) expect(shapeOf(parse(other))).not.toBe(shapeOf(parse('desk://a/{x}{?q}')));
});

test('no text makes the parser fail, and hostile ones are matched in time', () => {
  fc.assert(
    fc.property(fc.string(), (each) => {
      const parts = parseUriTemplate(each);
      if (!('problem' in parts)) expect(matcherOf(parts)(each.repeat(3))).toBeTypeOf('boolean');
    }),
  );
  const matches = matcherOf(parse('desk://a/{x}-{y}{?p,q}'));
  expect(matches(`desk://a/${'-'.repeat(2000)},`)).toBe(false);
  expect(matches(`desk://a/1-2${'?p='.repeat(600)}&r`)).toBe(false);
});

/** Pieces of templates of every form, so that what the check says of a URI can be held against what a server does with it. */
const piece = fc.oneof(
  fc.stringMatching(/^[ab/.,&=:-]{1,3}$/),
  fc.constantFrom('/', '?', '?k=a', '&', '.', '%41', '-'),
  fc
    .tuple(fc.constantFrom('', '+', '.', '/'), fc.constantFrom('x', 'y', 'z', 'v', 'w'))
    .map(([operator, variable]) => `{${operator}${variable}}`),
  fc.constantFrom('x', 'y', 'z').map((variable) => `{${variable}*}`),
);
const ending = fc.constantFrom('', '', '{?p}', '{?p,q}', '{&p}', '{&p,q}', '{?p}{&q}');
const anyTemplate = fc
  .tuple(fc.array(piece, { maxLength: 5 }), ending)
  .map(([pieces, query]) => `desk://h/${pieces.join('')}${query}`)
  .filter((each) => {
    const parts = parseUriTemplate(each);
    if ('problem' in parts) return false;
    const names = expressionsOf(parts).flatMap((one) => one.names);
    return new Set(names).size === names.length;
  });
const snippet = fc.oneof(
  fc.stringMatching(/^[ab/.,&=?#:%-]{0,3}$/),
  fc.constantFrom('p=1', 'q=', '&p=a', '?q=b', '&r=1', 'k=a', '%2F', '%zz', '%E0', 'é', ''),
);

test('the check takes a URI for one of a template exactly where a server answers for it', () => {
  let [matching, others] = [0, 0];
  fc.assert(
    fc.property(anyTemplate, fc.array(snippet, { minLength: 1, maxLength: 6 }), (each, snippets) => {
      let index = 0;
      const next = () => snippets[index++ % snippets.length] ?? '';
      // Often the template itself with something in the places of its expressions, at times with more behind it.
      const filled = each.replaceAll(/\{[^{}]*\}/g, () => next());
      for (const uri of [filled, filled + next(), `desk://h/${snippets.join('')}`]) {
        const isServed = new UriPattern(each).match(uri) !== undefined;
        expect(matcherOf(parse(each))(uri), `${each} and ${uri}`).toBe(isServed);
        if (isServed) matching++;
        else others++;
      }
    }),
    { numRuns: 3_000 },
  );
  expect(Math.min(matching, others)).toBeGreaterThan(1_000);
});
