import { firstVerbs, type SaidVerb } from './first-verbs.js';
import { type Deed, isChange, type Verb, verbInName } from './lexicon.js';
import { losesSomething } from './loss.js';
import { deedByObject, isOnlyAnswered, isOnlySeen } from './objects.js';
import { deedOfRunning } from './run.js';
import { wordsOfName } from './words-of-name.js';

/** What a tool does, and the verb that says so. */
export interface SaidDeed {
  readonly deed: Deed;
  /** The verb as it is written, in lower case. */
  readonly word: string;
  /** Its base form. */
  readonly lemma: string;
  readonly source: 'name' | 'description';
}

/**
 * What the name of a tool says that a call does, and where the name has no verb or one that may be a noun, the description. Undefined
 * when neither tells: what is not certain is not said.
 *
 * The first word of the name that is surely a verb leads (`get_delete_log` reads). Words before it that may be nouns
 * (`mailing_list_delete`, `list_add_ons`) make the description decide between the two.
 */
export function deedOf(name: string, description: string | undefined): SaidDeed | undefined {
  const words = wordsOfName(name);
  const said = weightiest(firstVerbs(description, words));
  const found = verbOfName(words, said?.verb);
  if (found === 'unsure') return undefined;
  if (found === undefined) return said === undefined ? undefined : saidInText(said);
  const { verb, index } = joined(words, found);
  const around = [...words.slice(index + 1), ...(said?.following ?? [])];
  const objects = words.slice(index + 1);
  const deed = deedWith(verb, { around, objects, before: words.slice(0, index), near: objects });
  return deed === undefined ? undefined : { deed, word: verb.lemma, lemma: verb.lemma, source: 'name' };
}

/** Of two verbs that the name joins the one that asks for more care: `read_and_delete`, `get_or_create`. */
function joined(words: readonly string[], place: Place): Place {
  const { verb, index } = place;
  const isJoined = words[index + 1] === 'and' || words[index + 1] === 'or';
  const second = isJoined ? verbInName(words[index + 2] ?? '') : undefined;
  return second !== undefined && second.grade !== 'either' && weight(second) < weight(verb)
    ? { verb: second, index: index + 2 }
    : place;
}

interface Place {
  readonly verb: Verb;
  readonly index: number;
}

function verbOfName(words: readonly string[], said: Verb | undefined): Place | 'unsure' | undefined {
  const places = words.flatMap((word, index): Place[] => {
    const verb = verbInName(word);
    return verb === undefined ? [] : [{ verb, index }];
  });
  const sure = places.find(({ verb }) => verb.grade === 'verb');
  const doubtful = places.filter(({ index, verb }) => verb.grade !== 'verb' && index < (sure?.index ?? words.length));
  const [first] = doubtful;
  if (first === undefined) return sure;
  if (said !== undefined) {
    // A word that the description uses as a verb is one in the name as well.
    const same = places.find(({ verb }) => verb.lemma === said.lemma);
    if (same !== undefined) return same;
    const agreeing = [...(sure === undefined ? [] : [sure]), ...doubtful].find(
      ({ verb }) => isChange(verb.deed) === isChange(said.deed),
    );
    return agreeing ?? (sure !== undefined && first.verb.grade === 'either' ? sure : 'unsure');
  }
  const sides = new Set([...doubtful, ...(sure === undefined ? [] : [sure])].map(({ verb }) => isChange(verb.deed)));
  if (sides.size === 1 && first.index === 0 && first.verb.grade === 'leading') return first;
  if (sure !== undefined && (sides.size === 1 || first.verb.grade === 'either')) return sure;
  return sides.size === 1 && sides.has(false) ? first : 'unsure';
}

const byWeight: readonly Deed[] = ['destroy', 'modify', 'send', 'create', 'run', 'none', 'read'];

function weight({ deed }: Verb): number {
  return byWeight.indexOf(deed);
}

/** Of several verbs the one that asks for the most care. */
function weightiest(said: readonly SaidVerb[]): SaidVerb | undefined {
  return [...said].sort((a, b) => weight(a.verb) - weight(b.verb))[0];
}

function saidInText({ verb, written, following }: SaidVerb): SaidDeed | undefined {
  const deed = deedWith(verb, { around: following, objects: [], before: [], near: following.slice(0, nearby) });
  return deed === undefined ? undefined : { deed, word: written, lemma: verb.lemma, source: 'description' };
}

/** So many words after a verb of a sentence hold its object: "Remove a highlight overlay". */
const nearby = 3;

/** The words beside a verb. */
interface Beside {
  /** All that follow, in the name and in the sentence. */
  readonly around: readonly string[];
  /** Those of the name that follow, and those before it; a sentence has neither. */
  readonly objects: readonly string[];
  readonly before: readonly string[];
  /** Those that are surely its object. */
  readonly near: readonly string[];
}

/** What the verb says together with its object. */
function deedWith({ deed, lemma }: Verb, { around, objects, before, near }: Beside): Deed | undefined {
  if (deed === 'run') return deedOfRunning(around);
  if (lemma === 'evaluate') return deedOfRunning(around.slice(0, nearby)) ?? deed;
  if (losesSomething(lemma, objects, before)) return 'destroy';
  if (isOnlyAnswered(deed, objects) || isOnlySeen(lemma, deed, near)) return 'none';
  return deedByObject(lemma, [...objects, ...near]) ?? deed;
}
