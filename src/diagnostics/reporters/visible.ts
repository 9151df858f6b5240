/**
 * Text from a manifest as a terminal may show it: whatever would move the cursor, change colours, reverse the reading
 * direction or be invisible is written out as an escape, `\u{1b}`. Also line ends and tabs: the result is one line.
 * Joiners and variation selectors stay, since emoji and several scripts need them.
 */
export function visible(text: string): string {
  return text.replace(UNSHOWABLE, (character) => ESCAPES.get(character) ?? codePointEscape(character));
}

/** As `visible`, for text of several lines: line feeds and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(UNSHOWABLE, (character) =>
    character === '\n' || character === '\t' ? character : (ESCAPES.get(character) ?? codePointEscape(character)),
  );
}

/**
 * Control, separator, lone surrogate and private-use characters, and those that are invisible or reorder text.
 * Not for one instance shared by `test`, which would keep its place: only for `replace`.
 */
export const UNSHOWABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

const ESCAPES = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

function codePointEscape(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** As `visible`, and no longer than people read: of a very long text its start and its end. */
export function brief(text: string): string {
  return text.length <= HEAD + TAIL ? visible(text) : `${visible(text.slice(0, HEAD))}…${visible(text.slice(-TAIL))}`;
}

const HEAD = 500;
const TAIL = 200;
