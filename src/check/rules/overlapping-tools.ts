import type { ToolView } from '../lint/contract.js';
import { defineRule } from '../lint/rule.js';
import { contentWords, nameWords } from '../texts/content-words.js';
import { firstSentence, wordsOfText } from '../texts/emptiness.js';
import { nearDuplicates } from '../texts/near-duplicates.js';
import { deedOf } from '../verbs/deed.js';
import { type Deed, isChange } from '../verbs/lexicon.js';
import { wordsOfName } from '../verbs/words-of-name.js';

/** Shorter descriptions are alike by chance. */
const fewestWords = 4;

export const overlappingTools = defineRule({
  id: 'overlapping-tools',
  summary: 'No two tools have nearly the same name or description and take the same arguments.',
  levels: { recommended: 'info', strict: 'warning' },
  *check({ tools }) {
    const described = tools.flatMap((tool) => {
      const words = contentWords(tool.declaration.description ?? '');
      return words.size < fewestWords
        ? []
        : [{ item: tool, words, telling: contentWords(wordsOfName(tool.name).join(' ')) }];
    });
    const named = tools.map((item) => ({ item, words: nameWords(item.name), telling: nameWords(item.name) }));
    const reported = new Set<ToolView>();
    for (const [pairs, what] of [
      [nearDuplicates(named), 'name'],
      [nearDuplicates(described), 'description'],
    ] as const) {
      for (const [later, earlier] of pairs) {
        if (reported.has(later) || !areAlike(later, earlier)) continue;
        reported.add(later);
        yield {
          message: `the ${what} of ${JSON.stringify(later.name)} says nearly the same as that of ${JSON.stringify(earlier.name)}`,
          span: later.locate([what]),
          related: [{ message: 'it is like this one', span: earlier.locate([what]) }],
          help: 'make one tool of them, or say in both when to use which',
        };
      }
    }
  },
});

/** Whether two tools do the same kind of thing with the same arguments, as far as names tell. */
function areAlike(a: ToolView, b: ToolView): boolean {
  const [first, second] = [a, b].map(({ name, declaration }) => kindOf(deedOf(name, declaration.description)?.deed));
  if (first !== second && first !== undefined && second !== undefined) return false;
  if (tellsApart(a, b) || tellsApart(b, a)) return false;
  const [mine, others] = [argumentsOf(a), argumentsOf(b)];
  const common = [...mine].filter((argument) => others.has(argument)).length;
  return common * 2 >= new Set([...mine, ...others]).size;
}

function kindOf(deed: Deed | undefined): Deed | undefined {
  return deed === undefined || isChange(deed) ? deed : 'read';
}

/** Whether the description of a tool names the other one, or begins with a word of its name that the other has nowhere there. */
function tellsApart(tool: ToolView, other: ToolView): boolean {
  const description = tool.declaration.description ?? '';
  if (wordsOfText(description.replaceAll('`', '')).includes(other.name.toLowerCase())) return true;
  const [mine, others] = [tool, other].map(({ declaration }) =>
    contentWords(firstSentence(declaration.description ?? '')),
  );
  const apart = [...contentWords(wordsOfName(tool.name).join(' '))].filter((word) => {
    return !contentWords(wordsOfName(other.name).join(' ')).has(word);
  });
  return apart.some((word) => mine?.has(word) && !others?.has(word));
}

function argumentsOf({ input }: ToolView): ReadonlySet<string> {
  const { properties } = input.root;
  return new Set(Object.keys(properties ?? {}));
}
