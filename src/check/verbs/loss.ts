/** Verbs that lose what was there before, if it was worth anything. */
const emptying = new Set(['clear', 'reset', 'empty', 'discard', 'flush', 'prune']);

/** What can be lost without a loss: what somebody sees or has just said, and copies. */
const worthless = new Set(
  `cache caches filter filters selection view zoom form input field highlight highlights screen console context conversation session
  viewport cursor focus timer state scroll overlay emulation defaults notification notifications badge status search history`.split(
    /\s+/,
  ),
);

/** Verbs that make a new one, after which the old one is void. */
const renewing = new Set(['reset', 'rotate', 'regenerate', 'renew']);

const secrets = new Set(
  'token tokens secret secrets password passwords key keys credential credentials certificate passphrase pat'.split(
    ' ',
  ),
);

/**
 * Whether something is gone afterwards: what a table held that is cleared, or the secret that worked before it was rotated. `objects` are
 * the words of the name after the verb; without any it is not known what is lost.
 */
export function losesSomething(lemma: string, objects: readonly string[]): boolean {
  if (renewing.has(lemma) && objects.some((word) => secrets.has(word))) return true;
  return emptying.has(lemma) && objects.length > 0 && !objects.some((word) => worthless.has(word));
}
