/** Base form, third person and present participle of a regular English verb: `create`, `creates`, `creating`. */
export function formsOf(verb: string): readonly string[] {
  return [verb, thirdPerson(verb), participle(verb)];
}

function thirdPerson(verb: string): string {
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
}

function participle(verb: string): string {
  if (/[^e]e$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  // One short vowel before one last consonant doubles it: "set", "drop", "commit"; not "open", "edit", "cancel", whose stress is elsewhere.
  const doubles = /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb) || /(?:commit|submit|unset|reset|unpin)$/.test(verb);
  return doubles ? `${verb}${verb.slice(-1)}ing` : `${verb}ing`;
}
