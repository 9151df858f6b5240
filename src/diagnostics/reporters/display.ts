import { visible } from './visible.js';

/** Text as a terminal shows it, and how many columns that takes. */
export interface Displayed {
  readonly text: string;
  readonly width: number;
}

const TAB_STOP = 4;

/** One line of a source file for a terminal: tabs become spaces, what cannot be shown becomes an escape. */
export function display(line: string): Displayed {
  if (plain.test(line)) return { text: line, width: line.length };
  let text = '';
  let width = 0;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { segment } of graphemes.segment(line)) {
    const shown = segment === '\t' ? ' '.repeat(TAB_STOP - (width % TAB_STOP)) : visible(segment);
    text += shown;
    width += shown === segment ? graphemeWidth(segment) : escapedWidth(shown);
  }
  return { text, width };
}

/** Printable ASCII: what most lines consist of, and shown as it is. */
const plain = /^[ -~]*$/;

/** Made when first needed: it takes 10 ms. */
let graphemes: Intl.Segmenter | undefined;

/** East Asian wide and full-width blocks, and what is drawn as an emoji. Terminals differ; this is what most do. */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;

const ZERO = /^[\p{Mn}\p{Me}\u200c\u200d\ufe00-\ufe0f]+$/u;

function graphemeWidth(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0;
  return WIDE.test(grapheme) ? 2 : 1;
}

/** Of a grapheme of which something had to be escaped: what is left of it may be no ASCII. */
function escapedWidth(shown: string): number {
  return plain.test(shown) ? shown.length : [...shown].reduce((sum, each) => sum + graphemeWidth(each), 0);
}
