import { type Verb, verbInText } from './lexicon.js';

/** A verb that a sentence says the tool does, as it is written there, and the words that follow it. */
export interface SaidVerb {
  readonly verb: Verb;
  readonly written: string;
  readonly following: readonly string[];
}

/** What may stand before the verb: marks of lists and headings, notices in brackets, and talk about the tool itself. */
const leadIns: readonly RegExp[] = [
  /^[^\p{L}\p{N}[(]+/u,
  /^(?:\[[^\]]*\]|\([^)]*\))\s*/u,
  /^(?:you (?:can|should|may) )?use (?:this|it|this (?:tool|function|endpoint|method|operation))?\s*(?:(?:if|when|whenever) (?:you|the user) (?:need|want|wish)s? to|to|for)\s+/iu,
  /^(?:an?|the|this|it)?\s*(?:mcp )?(?:tool|function|endpoint|api|method|action|operation|command|it)\s+(?:is (?:used|useful|designed|meant|intended) )?(?:that |which )?(?:to|for|will|can|may|that|which)\s+/iu,
  /^(?:this|the)\s+(?:tool|function|endpoint|api|method|action|operation|command)\s+/iu,
  /^it\s+(?=\p{L}+s\b)/iu,
  /^(?:allows?|lets?|enables?|helps?)\s+(?:(?:you|users?|the user|agents?|an agent|clients?|the model|an? llm)(?:\s+to)?|to)\s+/iu,
  /^(?:provides? |gives? )?(?:the )?(?:ability|a way|means) (?:to|of)\s+/iu,
  /^(?:used|useful|designed|meant)\s+(?:to|for)\s+/iu,
  // How it is done, before what is done.
  /^(?:\p{L}+ly|bulk|batch|auto|soft|hard|then|first|also|please)[\s-]+/iu,
];

/** Words that follow a verb and hardly ever a noun at the start of a sentence: "post a message", but "post history". */
const afterVerb = new Set(
  `a an the one two this that these all both any each every some several multiple many more new existing current given specified selected
  specific certain your its their another up on off into to or and`.split(/\s+/),
);

/** Words that follow a noun rather than a verb: "commits of a branch", "import status". */
const afterNoun = new Set(
  `of for on in from by with at about is are as that which was were has have associated related status state history log logs detail details
  info information list lists result results count counts settings metadata url urls id ids key keys token tokens request requests hook
  hooks rule rules type types name names policy policies manager management api endpoint tool tools`.split(/\s+/),
);

const mostFollowing = 8;
/** Enough for any first sentence, and a bound for hostile ones. */
const mostCharacters = 600;

/**
 * The verbs that a description begins with: one, or those of a list such as "Creates, updates or deletes". Empty when it begins with
 * something else, or with a word that may be a noun. `name` are the words of the tool's name: a word that is in both is likely a verb.
 */
export function firstVerbs(description: string | undefined, name: readonly string[]): readonly SaidVerb[] {
  const words = wordsOfSentence(firstSentence(withoutLeadIn((description ?? '').slice(0, mostCharacters))));
  const found: SaidVerb[] = [];
  let index = 0;
  for (let isListed = true; isListed; ) {
    const written = words[index] ?? '';
    const verb = verbInText(written);
    const following = words.slice(index + 1, index + 1 + mostFollowing);
    if (verb === undefined || !isVerbHere(verb, written, following, found.length > 0, name)) break;
    found.push({ verb, written, following });
    index++;
    isListed = isJoint(words[index]);
    while (isJoint(words[index])) index++;
  }
  return found;
}

function isVerbHere(
  { grade, lemma }: Verb,
  written: string,
  following: readonly string[],
  isListed: boolean,
  name: readonly string[],
): boolean {
  if (grade !== 'either' || isListed) return true;
  const next = following.find((word) => !isJoint(word)) ?? '';
  if (afterVerb.has(next) || following.slice(0, 3).some((word) => word === 'to' || word === 'into')) return true;
  return (written !== lemma || name.includes(lemma)) && next !== '' && !afterNoun.has(next);
}

/** What joins the verbs of a list. */
function isJoint(word: string | undefined): boolean {
  return word === ',' || word === '/' || word === 'and' || word === 'or' || word === '&';
}

function withoutLeadIn(text: string): string {
  let rest = text.trim();
  // Several can stand in a row; each pass takes something away, so it ends.
  for (let before = ''; before !== rest; ) {
    before = rest;
    for (const leadIn of leadIns) rest = rest.replace(leadIn, '');
  }
  return rest;
}

function firstSentence(text: string): string {
  const end = /[.!?;:](?:\s|$)|\n\s*\n| [—–-] /u.exec(text);
  return end === null ? text : text.slice(0, end.index);
}

function wordsOfSentence(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}_']+|[,/&]/gu) ?? []).map((word) => word.toLowerCase());
}
