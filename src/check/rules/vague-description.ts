import type { Span } from '../../diagnostics/diagnostic.js';
import { defineRule } from '../lint/rule.js';
import { addsNothing, isPlaceholder, wordsOfText } from '../texts/emptiness.js';

export const vagueDescription = defineRule({
  id: 'vague-description',
  summary: 'The description of a tool says more than its name does.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  options: {
    min: { type: 'integer', description: 'Words that a description has at least.', default: 3, minimum: 1 },
  },
  *check({ tools, workflows }, { min }) {
    const callables = [...tools, ...workflows].map(({ name, declaration, locate }) => {
      return { name, description: declaration.description, span: (): Span => locate(['description']) };
    });
    for (const { name, description, span } of callables) {
      if (description === undefined || description.trim() === '') continue;
      const problem = problemOf(name, description, min);
      if (problem === undefined) continue;
      yield {
        message: `the description of ${JSON.stringify(name)} ${problem}`,
        span: span(),
        help: 'say what a call does, when to use it rather than another tool, and what it returns',
      };
    }
  },
});

function problemOf(name: string, description: string, min: number): string | undefined {
  if (isPlaceholder(description)) return 'stands in for one that is to come';
  if (addsNothing(name, description)) return 'only repeats its name';
  const { length } = wordsOfText(description);
  return length < min ? `has ${length === 1 ? 'one word' : `${length} words`}` : undefined;
}
