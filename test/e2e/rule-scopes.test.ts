import { expect, test } from 'vitest';
import { partsOf } from '../../src/check/lint/parts.js';
import type { Finding } from '../../src/check/lint/rule.js';
import { rules } from '../../src/check/rules/index.js';
import { answers } from './support/answers.js';
import { contractOf } from './support/lint-answer.js';

// Builds pass over tools that have not changed, so a rule that says it looks at one tool must not look at others.

test.each(answers)('rules of scope tool find in the parts of $name what they find in all of it', (answer) => {
  const contract = contractOf(answer);
  const parts = partsOf(contract);
  for (const rule of rules.filter(({ scope }) => scope === 'tool')) {
    const inParts = parts.flatMap((part) => [...rule.check(part.contract, {})]);
    expect(inParts.map(describe).sort(), rule.id).toEqual([...rule.check(contract, {})].map(describe).sort());
  }
});

function describe({ message, span, help, related = [], fix = [] }: Finding): string {
  const places = [span, ...related, ...fix.map((each) => each.span)].map((each) => ('span' in each ? each.span : each));
  return JSON.stringify([message, help, places.map(({ file, start, end }) => [file.path, start, end])]);
}
