/** Verbs that lose what was there before, if it was worth anything. */
const emptying = new Set(['clear', 'empty', 'discard', 'flush', 'prune']);

/** What can be lost without a loss: what somebody sees or has just said, and copies. */
const worthless = new Set(
  `cache caches filter filters selection view zoom form input field highlight highlights screen console context conversation session
  viewport cursor focus timer state scroll overlay emulation defaults notification notifications badge status search history`.split(
    /\s+/,
  ),
);

/** What holds data, so that a reset loses them; a setting that is reset has its default again. */
const stores = new Set(
  'data database databases db table tables collection repository repo branch workspace device disk volume factory everything'.split(
    ' ',
  ),
);

/** Verbs that make a new one, after which the old one is void. */
const renewing = new Set(['reset', 'rotate', 'regenerate', 'renew']);

const secrets = new Set(
  'token tokens secret secrets password passwords key keys credential credentials certificate passphrase pat'.split(
    ' ',
  ),
);

/** Whether a new secret is made, and the one that worked before is void: "rotate a token". */
export function renewsSecret(lemma: string, objects: readonly string[]): boolean {
  return renewing.has(lemma) && objects.some((word) => secrets.has(word));
}

/**
 * Whether something is gone afterwards: what a table held that is cleared, or the secret that worked before it was rotated. `objects` are
 * the words of the name after the verb, without any those before it (`token_rotate`).
 */
export function losesSomething(lemma: string, objects: readonly string[], before: readonly string[]): boolean {
  const nearest = objects.length > 0 ? objects : before;
  if (renewsSecret(lemma, nearest)) return true;
  if (lemma === 'reset') return nearest.some((word) => stores.has(word));
  return emptying.has(lemma) && objects.length > 0 && !objects.some((word) => worthless.has(word));
}
