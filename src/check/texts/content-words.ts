import { wordsOfName } from '../verbs/words-of-name.js';
import { fillers, stemOf, wordsOfText } from './emptiness.js';

/** Words that name the same thing to do, by the one that stands for all of them. */
const synonyms = new Map(
  [
    'get fetch retrieve read show view describe lookup obtain load return display',
    'search find query',
    'create add make new insert register',
    'update edit modify change patch',
    'delete remove destroy erase drop',
    'send post submit deliver',
    'run execute exec invoke perform',
    'check verify validate',
  ].flatMap((line) => {
    const [first = '', ...others] = line.split(' ');
    return [first, ...others].flatMap((word): [string, string][] => [
      [word, first],
      [stemOf(word), first],
    ]);
  }),
);

/** The words that carry the meaning of a text: without those that every text has, each in one form, synonyms as one word. */
export function contentWords(text: string): ReadonlySet<string> {
  const words = wordsOfText(text).flatMap((word) => word.split(/['’-]/));
  const kept = words.filter((word) => word !== '' && !fillers.has(word));
  return new Set(kept.map((word) => synonyms.get(stemOf(word)) ?? stemOf(word)));
}

/** The words of a name, synonyms as one: `get_user` and `fetch_user` are the same, `get_users` is not. */
export function nameWords(name: string): ReadonlySet<string> {
  const kept = wordsOfName(name).filter((word) => !['a', 'an', 'the'].includes(word));
  return new Set(kept.map((word) => synonyms.get(word) ?? word));
}
