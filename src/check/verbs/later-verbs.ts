import { isChange, verbInText } from './lexicon.js';

/** A sentence that says what the tool does, in the third person: "Returns the id. Sends an e-mail to the owner." */
export interface LaterVerb {
  readonly lemma: string;
  /** As it is written, in lower case. */
  readonly written: string;
}

/** Words after a verb; a noun in the plural is followed by others: "Creates a page", but "Updates are shown". */
const objects =
  '(?:an? |the |one |all |any |every |each |its |new |your |existing )(?!(?:following|same)\\b)|(?:e-?mails?|messages?|notifications?|files?) ';
const sentence = new RegExp(`(?:^|[.!?]\\s+|\\n\\s*)(?:it |also |then |and )*(\\p{L}+s) (?=${objects})`, 'giu');

const mostCharacters = 2_000;

/** The first verb of a sentence, other than the tool's own, that surely changes something. */
export function laterVerb(description: string | undefined, own?: string): LaterVerb | undefined {
  for (const { 1: word = '' } of (description ?? '').slice(0, mostCharacters).matchAll(sentence)) {
    const written = word.toLowerCase();
    const verb = verbInText(written);
    const isSure = verb !== undefined && (verb.grade === 'verb' || verb.deed === 'send');
    if (isSure && isChange(verb.deed) && verb.deed !== 'run' && verb.lemma !== own)
      return { lemma: verb.lemma, written };
  }
  return undefined;
}
