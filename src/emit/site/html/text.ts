import { codePointOf, hiddenIn } from '../../../text/hidden-characters.js';
import { Attribute, Html, html, nothing } from './html.js';

/** What could be taken for the beginning or the end of something else, in the text of an element and in an attribute's value. */
const specialInText = /[&<>]/g;
const special = /[&<>"'`]/g;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

function escapeMarkup(value: string, what: RegExp): string {
  return value.replaceAll(what, (character) => entities[character] ?? '');
}

/** A text as it stands. A character that nobody would see, or that would reorder others, is shown by its number. */
export function text(value: string): Html {
  return new Html(
    pieces(
      value,
      (shown) => escapeMarkup(shown, specialInText),
      (number) => `<span class="unseen">${number}</span>`,
    ),
  );
}

/** A text as the value of an attribute. */
export function attribute(value: string): Attribute {
  return new Attribute(
    pieces(
      value,
      (shown) => escapeMarkup(shown, special).replaceAll(/[\n\r\t]+/g, ' '),
      (number) => number,
    ),
  );
}

/** Plain text of several lines: an empty line starts a paragraph, any other line end is kept. */
export function paragraphs(value: string): Html {
  const parts = value.trim().split(/(?:\r\n|[\n\r])(?:[^\S\r\n]*(?:\r\n|[\n\r]))+/);
  if (parts[0] === '') return nothing;
  return html`${parts.map((part) => html`<p dir="auto">${text(part)}</p>`)}`;
}

/** Text in the typeface of code. Whatever its script, it is laid out on its own. */
export function code(value: string): Html {
  return html`<code>${text(value)}</code>`;
}

function pieces(value: string, show: (shown: string) => string, mark: (number: string) => string): string {
  let result = '';
  let end = 0;
  for (const { index, text: hidden } of hiddenIn(value)) {
    result += show(value.slice(end, index)) + mark(codePointOf(hidden));
    end = index + hidden.length;
  }
  return result + show(value.slice(end));
}

/** A text as JavaScript and JSON strings write it, where a character is hidden: for code, which has escapes of its own. */
export function escapeHidden(value: string): string {
  let result = '';
  let end = 0;
  for (const { index, text: hidden } of hiddenIn(value)) {
    result += value.slice(end, index);
    for (let at = 0; at < hidden.length; at++) {
      result += `\\u${hidden.charCodeAt(at).toString(16).padStart(4, '0')}`;
    }
    end = index + hidden.length;
  }
  return result + value.slice(end);
}
