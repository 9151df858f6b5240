/** Sentences with which a description says that a call changes nothing, whatever its verbs. */
const phrases: readonly RegExp[] = [
  /\bread-?only\b(?! mode)/iu,
  /\b(?:no|without(?: any)?) side[- ]effects?\b/iu,
  /\b(?:does not|doesn't|do not|will not|won't|never) (?:actually )?(?:modify|change|alter|mutate|persist|write|save|store|create|send)s?\b/iu,
  /\bwithout (?:actually )?(?:saving|persisting|modifying|changing|committing|applying|executing|writing|creating|sending)\b/iu,
  /\b(?:nothing is|no (?:data|changes?|files?) (?:is|are)) (?:changed|modified|written|saved|stored|sent|made|created|applied)\b/iu,
];

/** Whether a description denies that calls change something. */
export function deniesChange(description: string | undefined): boolean {
  return phrases.some((phrase) => phrase.test(description ?? ''));
}

const recovery =
  /\bsoft[- ]?delet|\b(?:trash|recycle bin|undo|undelete)\b|\b(?:can|may) (?:later |still )?be (?:restored|recovered|undone|undeleted|reverted)\b/iu;

/** Whether a description says how what a call deletes comes back. */
export function saysRecovery(description: string | undefined): boolean {
  return recovery.test(description ?? '');
}
