/** Sentences with which a description says that a call changes nothing, whatever its verbs. */
const phrases: readonly RegExp[] = [
  // Of the call, not of what it makes: "a read-only link".
  /\bread-?only(?=\s*(?:$|[.;,:)\]]|(?:and|or)\b)|\s+(?:\w+\s+){0,2}(?:operation|tool|quer|call|check|request|command|lookup|sql|analysis|action))/iu,
  /\b(?:no|without(?: any)?) side[- ]effects?\b/iu,
  /\bdry[- ]run (?:of|only)\b|^dry[- ]runs?\b/iu,
  /\b(?:nothing is|no (?:data|changes?|files?) (?:is|are)) (?:changed|modified|written|saved|stored|sent|made|created|applied)\b/iu,
];

/** What is left as it is counts only when that is all: "does not modify other files" says that it modifies one. */
const onlyOthers = /^\s+(?:the |any |your )?(?:others?|existing|original|rest|underlying|source)\b/iu;

const general = 'modify|change|alter|mutate|persist|write|save|store|commit|apply';
const participles =
  'modifying|changing|altering|mutating|persisting|writing|saving|storing|committing|applying|executing';

/** A word that every denial has, so that most texts are passed over at once. */
const denying = /not|n't|never|without/iu;

/**
 * Whether a description denies that calls change something. A denial of something particular counts for the verb that it denies: what is
 * created "without sending it" is created. What happens "without" something is told of the whole call only in the first sentence.
 */
export function deniesChange(description: string | undefined, lemma = ''): boolean {
  const text = description ?? '';
  if (phrases.some((phrase) => phrase.test(text))) return true;
  if (!denying.test(text)) return false;
  const denials = denialsOf(lemma);
  return text.split(/[.!?](?:\s|$)|\n/u).some((sentence, index) => {
    if (!denying.test(sentence) || /^\s*(?:if|when|unless|in case)\b/iu.test(sentence)) return false;
    const denial = (index === 0 ? denials.first : denials.later).exec(sentence);
    return denial !== null && !onlyOthers.test(sentence.slice(denial.index + denial[0].length));
  });
}

interface Denials {
  readonly first: RegExp;
  readonly later: RegExp;
}

const known = new Map<string, Denials>();

/** The denials of one verb, in the first sentence and in later ones: compiled once, since there are few verbs and many tools. */
function denialsOf(lemma: string): Denials {
  const found = known.get(lemma) ?? compileDenials(lemma);
  known.set(lemma, found);
  return found;
}

function compileDenials(lemma: string): Denials {
  const particular = /^[a-z]{3,}$/.test(lemma) ? `|${lemma}` : '';
  const stem = particular.replace(/e$/, '');
  const negated = `\\b(?:does not|doesn't|will not|won't) (?:actually )?(?:${general}${particular})\\b|\\bnever (?:${general}${particular})e?s\\b`;
  const omitted = `\\bwithout (?:actually )?(?:${participles}${stem === '' ? '' : `${stem}ing`})\\b`;
  return { first: new RegExp(`${negated}|${omitted}`, 'iu'), later: new RegExp(negated, 'iu') };
}

const recovery =
  /\bsoft[- ]?delet|\b(?:to|in|into|from) (?:the |a )?(?:trash|recycle bin)\b|\b(?:undo|undelete)\b|\b(?:can|may) (?:later |still )?be (?:restored|recovered|undone|undeleted|reverted)\b/iu;

/** Whether a description says how what a call deletes comes back. */
export function saysRecovery(description: string | undefined): boolean {
  return recovery.test(description ?? '');
}
