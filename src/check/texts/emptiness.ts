import { wordsOfName } from '../verbs/words-of-name.js';

const placeholder =
  /^\W*(?:to ?do|tbd|tba|fixme|xxx+|lorem ipsum|placeholder|description(?: (?:here|goes here|of (?:the|this) (?:tool|function)))?|(?:no|missing|add|your|insert|enter)(?: an?)? (?:tool )?description(?: (?:here|yet|available|provided))?|n\/?a|none|null|undefined|string|untitled|example|coming soon|work in progress|wip)\W*$|^\W*(?:todo|tbd|fixme)\b/iu;

/** Whether a text stands where a real one was meant to come: "TODO", "Description goes here". */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text) || !/[\p{L}\p{N}]/u.test(text);
}

/** Words that say nothing about one tool in particular. */
export const fillers = new Set(
  `a an the this that these is are be of for to in on at by from with and or as it its your you can will used use using tool function
  endpoint method mcp call calls calling allows allow lets let user users given specified provided provides some all any one`.split(
    /\s+/,
  ),
);

export function wordsOfText(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}_'’-]*|\p{Script=Han}/gu) ?? [];
}

/** Up to the first full stop, line or colon. */
export function firstSentence(text: string): string {
  return /^[\s\S]*?(?=[.!?:](?:\s|$)|\n\s*\n|$)/u.exec(text.trim())?.[0] ?? text;
}

/** Whether every word of a description is in the name already, or says nothing: `get_user`, "Get the user". */
export function addsNothing(name: string, description: string): boolean {
  const known = new Set(wordsOfName(name).map(stemOf));
  return wordsOfText(description)
    .flatMap((word) => word.split(/['’-]/))
    .every((word) => word === '' || fillers.has(word) || known.has(stemOf(word)));
}

/** Good enough to tell "tickets" and "listing" from other words, not to print. */
export function stemOf(word: string): string {
  const bare = word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ing|ed|es|s|e)$/, '');
  return bare.length < 2 ? word : bare.replace(/(.)\1$/, '$1');
}
