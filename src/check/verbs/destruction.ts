/** What a sentence says that cannot be taken back. Conditional sentences ("if `overwrite` is true") and denials are not meant. */
const phrases: readonly RegExp[] = [
  /\b(?:cannot|can't|can not|can never) be (?:undone|reversed|recovered|restored|reverted)\b/iu,
  /\b(?:is|are) (?:irreversible|permanent and)\b|\birreversibl[ey]\b/iu,
  /\bpermanently (?:delet|remov|eras|destroy|los)\w*/iu,
  /\b(?:overwrites|will overwrite|are overwritten|is overwritten|will be overwritten)\b/iu,
  /\b(?:replaces|replacing|will replace) (?:(?:the|all|any|every|its|current|existing|old|previous|entire|whole) )+(?:contents?|files?|data|database|website|site|records|rows|volume|disk)\b/iu,
  /\b(?:immediately )?invalidat(?:es|ed)\b/iu,
  /\bwill be (?:lost|deleted|erased|wiped|destroyed)\b/iu,
];

const doubtful = /\b(?:if|when|whether|unless|optionally|not|never|without|no|instead|avoid|prevents?|to)\b/iu;

/** The words with which a description says that a call destroys something; undefined when it does not. */
export function destructionIn(description: string | undefined): string | undefined {
  for (const sentence of (description ?? '').split(/[.!?](?:\s|$)|\n/u)) {
    for (const phrase of phrases) {
      const found = phrase.exec(sentence);
      if (found !== null && !doubtful.test(sentence.slice(0, found.index))) return found[0];
    }
  }
  return undefined;
}
