/** Words with which a description warns that what a call does stays done. */
const phrases: readonly RegExp[] = [
  /\bpermanent|\birrevers|\birrevoca|\bunrecover|\bfor good\b|\bfinal(?:ly|i[sz]e)?\b/iu,
  /\b(?:cannot|can't|can not|can never|never|not|no longer|no way to|nobody can|nothing can) (?:be )?(?:easily |later )?(?:un\w+|reversed?|reversible|recover\w*|restor\w+|reverted?|taken? (?:it )?back|called back|recall\w*|withdrawn?|got back|brought back|cancell?ed)\b/iu,
  /\b(?:is|are|be) (?:lost|gone|erased|wiped|destroyed|overwritten)\b|\bno undo\b/iu,
  /\b(?:warning|caution|careful|dangerous|destructive)\b/iu,
  /\b(?:confirm|ask|approv|consent|check)\w*\b.{0,60}\b(?:user|person|human|owner|first|before|customer)\b/iu,
  /\bonly (?:when|if|after|once)\b.{0,60}\b(?:user|confirmed|approved|asked|agreed|sure|certain)\b/iu,
];

/** Whether a description warns of what cannot be undone, or asks for care before the call. */
export function warnsOfLoss(description: string | undefined): boolean {
  return phrases.some((phrase) => phrase.test(description ?? ''));
}
