import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap, setOf } from '../../src/patterns/char-set.js';
import { isPlain } from '../../src/patterns/is-plain.js';
import { type Pattern, parsePattern } from '../../src/patterns/parse-pattern.js';

/** Patterns over two letters, in which everything that can be ambiguous is. */
const body = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', '[ab]', '.', '\\w'),
    tie('pattern').map((each) => `(${each})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,3}', '|')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => parts.map((part) => part.join('')).join('')),
})).pattern;

test('a plain pattern is matched in few steps, whatever the text', () => {
  const texts = [...'ab']
    .flatMap((each) => [each.repeat(60), `${each.repeat(60)}!`])
    .concat(['ab'.repeat(30), `${'ab'.repeat(30)}!`]);
  let plain = 0;
  fc.assert(
    fc.property(body, (source) => {
      const pattern = parsePattern(`^(?:${source})$`);
      if (!isPlain(pattern)) return;
      plain++;
      for (const text of texts) expect(stepsOf(pattern, text)).toBeLessThan(100_000);
    }),
    { numRuns: 2_000, seed: 7 },
  );
  // Otherwise the property says nothing.
  expect(plain).toBeGreaterThan(200);
});

test('the parser reads what the engine reads', () => {
  const texts = ['', 'a', 'b', 'ab', 'ba', 'aab', 'abab', 'bbb', '!', 'a!'];
  fc.assert(
    fc.property(body, (source) => {
      const expression = new RegExp(`^(?:${source})$`, 'u');
      const pattern = parsePattern(`^(?:${source})$`);
      for (const text of texts) expect([text, matches(pattern, text)]).toEqual([text, expression.test(text)]);
    }),
    { numRuns: 1_000, seed: 8 },
  );
});

test.each([
  '^(|){30}$',
  '^(a?){30}$',
  '^(a|a)*$',
  '^(a*)*$',
  'a+$',
  '^a*a*$',
  '^(?:a|ab)*$',
  '^(?=a)a*$',
  '\\bword\\b',
])('%s is not plain', (source) => {
  expect(isPlain(parsePattern(source))).toBe(false);
});

/** A backtracking engine as small as it gets, that counts. */
function stepsOf(pattern: Pattern, text: string): number {
  let steps = 0;
  run(pattern, text, () => {
    steps++;
    return steps > 100_000;
  });
  return steps;
}

function matches(pattern: Pattern, text: string): boolean {
  return run(pattern, text, () => false);
}

function run(pattern: Pattern, text: string, isEnough: () => boolean): boolean {
  const step = (node: Pattern, at: number, next: (at: number) => boolean): boolean => {
    if (isEnough()) return true;
    switch (node.kind) {
      case 'set': {
        const point = text.charCodeAt(at);
        return at < text.length && overlap(node.set, setOf([[point, point]])) && next(at + 1);
      }
      case 'start':
        return at === 0 && next(at);
      case 'end':
        return at === text.length && next(at);
      case 'sequence':
        return node.items.reduceRight<(at: number) => boolean>(
          (rest, item) => (here) => step(item, here, rest),
          next,
        )(at);
      case 'choice':
        return node.options.some((option) => step(option, at, next));
      case 'repeat': {
        const again = (count: number, from: number): boolean => {
          const more = () =>
            count < node.max && step(node.body, from, (to) => (to > from || count < node.min) && again(count + 1, to));
          return more() || (count >= node.min && next(from));
        };
        return again(0, at);
      }
      default:
        throw new Error(`no ${node.kind} here`);
    }
  };
  return step(pattern, 0, () => true);
}
