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
  scope: 'contract',
  levels: { recommended: 'info', strict: 'warning' },
  *check({ tools }) {
    const described = tools.flatMap((tool) => {
      const words = contentWords(tool.declaration.description ?? '');
      return words.size < fewestWords
        ? []
        : [{ item: tool, words, telling: contentWords(wordsOfName(tool.name).join(' ')) }];
    });
    const named = tools.map((item) => ({ item, words: nameWords(item.name), telling: nameWords(item.name) }));
    const areAlike = likeness();
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

/** What pairs are compared by, once a tool: a tool can be near many. */
interface Traits {
  readonly deed: Deed | undefined;
  readonly arguments: ReadonlySet<string>;
  readonly said: readonly string[];
  readonly firstWords: ReadonlySet<string>;
  readonly nameWords: ReadonlySet<string>;
}

function traitsOf({ name, declaration, input }: ToolView): Traits {
  const { description = '' } = declaration;
  return {
    deed: kindOf(deedOf(name, declaration.description)?.deed),
    arguments: new Set(Object.keys(input.root['properties'] ?? {})),
    said: wordsOfText(description.replaceAll('`', '')),
    firstWords: contentWords(firstSentence(description)),
    nameWords: contentWords(wordsOfName(name).join(' ')),
  };
}

/** Says whether two tools do the same kind of thing with the same arguments, as far as names tell. */
function likeness(): (a: ToolView, b: ToolView) => boolean {
  const known = new Map<ToolView, Traits>();
  const look = (tool: ToolView): Traits => {
    const traits = known.get(tool) ?? traitsOf(tool);
    known.set(tool, traits);
    return traits;
  };
  return (a, b) => {
    const [first, second] = [look(a), look(b)];
    if (first.deed !== second.deed && first.deed !== undefined && second.deed !== undefined) return false;
    if (tellsApart(first, b.name, second) || tellsApart(second, a.name, first)) return false;
    const common = [...first.arguments].filter((argument) => second.arguments.has(argument)).length;
    return common * 2 >= new Set([...first.arguments, ...second.arguments]).size;
  };
}

function kindOf(deed: Deed | undefined): Deed | undefined {
  return deed === undefined || isChange(deed) ? deed : 'read';
}

/** Whether the description of a tool names the other one, or begins with a word of its name that the other has nowhere there. */
function tellsApart(tool: Traits, otherName: string, other: Traits): boolean {
  if (tool.said.includes(otherName.toLowerCase())) return true;
  const apart = [...tool.nameWords].filter((word) => !other.nameWords.has(word));
  return apart.some((word) => tool.firstWords.has(word) && !other.firstWords.has(word));
}
