/** A character that people do not see, or that changes what they see around it. */
export interface HiddenCharacter {
  /** In UTF-16 code units. */
  readonly index: number;
  readonly text: string;
  /** What it is, for people: "a bidirectional control". */
  readonly kind: string;
}

/** Kinds that are refused wherever they stand, with the characters of each. The first match names the kind. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['half of a surrogate pair', /\p{Cs}/u],
  ['a control character', /\p{Cc}/u],
  ['a bidirectional control', /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u],
  ['an invisible joiner', /[\u200c\u200d]/u],
  ['a zero-width character', /[\u00ad\u034f\u180e\u200b\u2060\ufeff]/u],
  ['an invisible operator', /[\u2061-\u2064]/u],
  ['a tag character', /[\u{e0000}-\u{e007f}]/u],
  ['a variation selector', /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u180b-\u180d\u180f]/u],
  ['a blank that looks like a space or like nothing', /[\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/u],
  ['a private-use character', /\p{Co}/u],
  ['a noncharacter', /\p{Noncharacter_Code_Point}/u],
  ['an invisible format character', /[\u206a-\u206f\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/u],
  ['a character reserved for invisible use', /[\u2065\ufff0-\ufff8\u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u],
];

/** Tabs and every kind of line end are what they look like. */
const hidden = new RegExp(`(?![\\t\\n\\r])(?:${kinds.map(([, { source }]) => source).join('|')})`, 'gu');

/** Scripts whose letters change their form at a joiner (Unicode, "Join_Control" and IDNA's CONTEXTJ), as writers of them expect. */
const joining =
  'Arabic Syriac Mongolian Nko Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar'
    .split(' ')
    .map((script) => `\\p{Script=${script}}`)
    .join('');

/** What gives a hidden character a meaning that people do see. Each is held against the text before it, and after it. */
const meaningful: readonly { readonly hidden: RegExp; readonly before: RegExp; readonly after: RegExp }[] = [
  {
    hidden: /\u200d/,
    before: /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\ufe0f)?$/u,
    after: /^\p{Extended_Pictographic}/u,
  },
  { hidden: /[\u200c\u200d]/, before: new RegExp(`[${joining}]$`, 'u'), after: /^/ },
  { hidden: /[\ufe0e\ufe0f]/, before: /\p{Emoji}$/u, after: /^/ },
  { hidden: /[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u, before: /\p{Script=Han}$/u, after: /^/ },
  { hidden: /[\u180b-\u180d\u180f]/, before: /\p{Script=Mongolian}$/u, after: /^/ },
  { hidden: /\u2800/, before: /[\u2801-\u28ff]$/, after: /^[\u2801-\u28ff]/ },
];

/** The flags of England, Scotland and Wales: the only tag sequences that fonts know. */
const flags =
  /\u{1f3f4}\u{e0067}\u{e0062}(?:\u{e0065}\u{e006e}\u{e0067}|\u{e0073}\u{e0063}\u{e0074}|\u{e0077}\u{e006c}\u{e0073})\u{e007f}/gu;

/** Most texts have nothing but these, and need no closer look. */
const notPlain = /[^\t\n\r -~]/;

/** The first hidden character of a text that has no business there; undefined for a text that is what it looks like. */
export function firstHidden(text: string): HiddenCharacter | undefined {
  for (const found of hiddenIn(text)) return found;
  return undefined;
}

/** The hidden characters of a text that have no business there, in order. */
export function* hiddenIn(text: string): Generator<HiddenCharacter> {
  if (!notPlain.test(text)) return;
  // Of the same length, so that places stay where they are.
  const plain = text.replace(flags, (flag) => 'x'.repeat(flag.length));
  for (const { 0: character, index } of plain.matchAll(hidden)) {
    // What a character means is decided by its neighbours; 16 code units hold the longest that matter.
    const before = plain.slice(Math.max(0, index - 16), index);
    const after = plain.slice(index + character.length, index + character.length + 16);
    const isMeant = meaningful.some(
      (each) => each.hidden.test(character) && each.before.test(before) && each.after.test(after),
    );
    if (!isMeant) yield { index, text: character, kind: kindOf(character) };
  }
}

function kindOf(character: string): string {
  return kinds.find(([, pattern]) => pattern.test(character))?.[0] ?? 'an invisible character';
}

/** `U+200B`. */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
