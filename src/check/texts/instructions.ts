import { hidesText } from './encoded.js';

/** What a text does that a description has no business to do. */
export interface Instruction {
  /** Ends the sentence "the description of ... ". */
  readonly what: string;
  /** The words, as they are written. */
  readonly words: string;
}

interface Pattern {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it stands in a text that has no harm in mind, by the words before and the words themselves. */
  readonly harmless?: RegExp;
}

const person = '(?:the |your |any |a )?(?:users?|humans?|operator|anyone|anybody|person)';
const secretPlace =
  '(?:~/\\.[\\w./-]+|\\.ssh\\b|id_(?:rsa|ed25519)\\b|\\.env\\b|\\.aws\\b|/etc/(?:passwd|shadow)|\\.netrc\\b|\\.npmrc\\b|\\.git-credentials|\\.cursor/|mcp\\.json|claude_desktop_config|private keys?\\b|keychain|wallet\\b)';

/** In the order of their weight: one finding a text names the first. */
const patterns: readonly Pattern[] = [
  {
    what: 'asks to disregard other instructions',
    pattern:
      /\b(?:ignore|disregard|forget|override|bypass|do not follow|don't follow)\s+(?:(?:all|any|every|your|the|these|those|of|other|my)\s+)*(?:(?:previous|prior|above|earlier|preceding|existing|original|system|safety|security|developer|other)\s+)+(?:instructions?|prompts?|rules?|guidelines?|directions?|polic(?:y|ies)|messages?|constraints?|guardrails?|context)\b/iu,
  },
  {
    what: 'gives the model other instructions',
    pattern:
      /\b(?:new|updated|real|actual|secret|hidden|important system|system) (?:instructions?|directives?|prompt)\s*:|\byou are (?:now|no longer) (?:an? |the |in )\w+|<\|(?:im_start|im_end|system|user|assistant|endoftext)\|>|\[\/?INST\]|(?:^|\n)\s*(?:assistant|human)\s*:\s|###\s*(?:system|instruction)\s*:/iu,
  },
  {
    what: 'has a tag that models take for instructions',
    pattern:
      /<(important|system|instructions?|secret|hidden|assistant|admin|critical|override|prompt|developer|sys|system[-_ ](?:prompt|message|instructions?)|tool[-_ ]instructions?)>[\s\S]{1,4000}?<\/\1>|<\/?(?:IMPORTANT|SYSTEM|CRITICAL|ADMIN|OVERRIDE)>/u,
  },
  {
    what: 'asks to keep something from the user',
    pattern: new RegExp(
      `\\b(?:do not|don't|never|must not|should not|shouldn't|without|avoid|no need to|not necessary to)\\s+(?:(?:ever|even|first|you|to)\\s+)*(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|warn(?:ing)?|let(?:ting)?)\\s+${person}\\b(?! (?:to|how|when) )` +
        `|\\b(?:do not|don't|never|must not|should not|avoid)\\s+(?:mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing))\\s+(?:this|that|it|these|any of this|the (?:above|existence))\\b` +
        `|\\bwithout\\s+(?:the |your )?(?:users?|humans?)(?:'s|s')?\\s+(?:knowledge|awareness|noticing|knowing)\\b` +
        `|\\b(?:hide|conceal|keep)\\s+(?:this|it|that|these)\\s+(?:secret\\s+)?(?:from|hidden from)\\s+${person}\\b`,
      'iu',
    ),
  },
  {
    what: 'asks to do something in secret',
    pattern:
      /\b(?:silently|secretly|covertly|quietly|discreetly|surreptitiously)\s+(?:also\s+)?(?:send|forward|copy|read|call|include|upload|pass|post|email|transmit|add|append|collect|run|execute)\b/iu,
  },
  {
    what: 'asks for secrets of the user as arguments',
    pattern: new RegExp(
      `\\b(?:read|open|load|get|fetch|cat|include|pass|send|provide|attach|copy|paste|append|access)\\b[^.\\n]{0,80}${secretPlace}[^\\n]{0,160}\\b(?:and|then|as|in|into|to)\\b[^.\\n]{0,40}\\b(?:parameter|argument|field|sidenote|side note|note|context|input|value|request|pass|send|include|it)\\b`,
      'iu',
    ),
    harmless: /\b(?:never|do not|don't|must not|path (?:to|of)|default(?:s|ing)?(?: is| to)?)\b/iu,
  },
  {
    what: 'asks for the conversation as an argument',
    pattern:
      /\b(?:include|pass|send|put|copy|provide|add|append|forward|attach|log|record|summari[sz]e)\b[^.\n]{0,40}\b(?:entire|full|whole|complete|previous|verbatim|all)\b[^.\n]{0,20}\b(?:conversation|chat(?: history| log)?|message history|system prompt|previous messages|session history)\b/iu,
    harmless: /\b(?:never|do not|don't|must not)\b/iu,
  },
  {
    what: 'tells what to do when other tools are called',
    pattern:
      /\b(?:when(?:ever)?|before|after|each time|every time|prior to)\s+(?:you\s+)?(?:(?:use|call|invoke|run|using|calling|invoking|running)\s+)?(?:any|all|every|each)\s+(?:of the\s+)?(?:other\s+)?(?:available\s+)?tools?\b(?!\s+(?:of|in|from|on|below|here))/iu,
  },
  {
    what: 'wants to be called whatever is asked',
    pattern:
      /\b(?:for|on|before|regardless of)\s+(?:any|every|each|all)\s+(?:other\s+)?(?:user\s+)?(?:requests?|questions?|messages?|prompts?|conversations?|responses?|answers?)\b[^.\n]{0,40}\b(?:always|must|first|call|use|invoke)\b|\b(?:always|must)\s+(?:be\s+)?(?:call|use|invoke|run)(?:ed|d)?\b[^.\n]{0,40}\b(?:for|on|before|regardless of|no matter)\s+(?:any|every|each|all|what)\s+(?:other\s+)?(?:user\s+)?(?:requests?|questions?|messages?|prompts?|conversations?|responses?|answers?|is asked|the user)\b/iu,
  },
  {
    what: 'sends data of the conversation to an address',
    pattern:
      /https?:\/\/[^\s)"'<>]*[?&/=](?:\{\{?|\$\{?|<|\[|%7B)\s*(?:data|content|secret|token|key|conversation|history|prompt|message|context|env|password|credential)\w*|\b(?:send|post|upload|forward|transmit|exfiltrate|leak)\b[^.\n]{0,60}\b(?:conversation|history|credentials?|secrets?|passwords?|tokens?|api keys?|environment variables|file contents?)\b[^.\n]{0,40}\bto\s+https?:\/\//iu,
  },
  { what: 'has a comment that pages do not show', pattern: /<!--[\s\S]{0,2000}?-->/u },
  {
    what: 'pushes words out of sight with blanks',
    pattern: /[^\S\r\n]{60,}\S.{0,60}|(?:\r?\n[^\S\r\n]*){16,}\S.{0,60}/u,
  },
];

/** A text that speaks of such instructions, rather than giving one: 'texts such as "ignore previous instructions"'. */
const quoting =
  /\b(?:such as|like|e\.g\.|for example|including|phrases?|attempts?|texts?|contains?|detects?|filters?|finds?|blocks?)\b[^.\n]{0,40}["'`“‘«]\s*$/iu;

/** What cannot hold an instruction need not be searched. */
const leastCharacters = 12;

/** The first instruction of a text that is none about the tool itself; undefined for a text that only describes. */
export function hiddenInstruction(text: string): Instruction | undefined {
  if (text.length < leastCharacters) return undefined;
  for (const { what, pattern, harmless } of patterns) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const before = text.slice(Math.max(0, found.index - 60), found.index);
    if (quoting.test(before) || harmless?.test(before + found[0])) continue;
    return { what, words: excerpt(found[0]) };
  }
  const encoded = hidesText(text);
  return encoded === undefined ? undefined : { what: 'has encoded text in it', words: excerpt(encoded) };
}

const mostShown = 60;

function excerpt(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim();
  return line.length <= mostShown ? line : `${line.slice(0, mostShown - 1)}…`;
}
