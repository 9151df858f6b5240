import { type Href, Html, html } from './html.js';
import { text } from './text.js';

const tokens =
  /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)|(-?\b\d[\w.+]*)|([A-Za-z_$][\w$]*)(?![\w$]|\??:)|[A-Za-z_$][\w$]*|[^/'"`\w$-]+|[\s\S]/g;

const keywords = new Set(
  ['export', 'type', 'string', 'number', 'boolean', 'null', 'undefined', 'unknown', 'never', 'true', 'false'].concat(
    'readonly',
    'object',
  ),
);

/** TypeScript declarations, their parts marked for colours; names of types that have a page lead there. */
export function typesCode(source: string, pages: ReadonlyMap<string, Href>): Html {
  let markup = '';
  for (const [token, comment, string, number, word] of source.matchAll(tokens)) {
    if (comment !== undefined) markup += marked('c', comment);
    else if (string !== undefined) markup += marked('s', string);
    else if (number !== undefined) markup += marked('n', number);
    else if (word !== undefined) markup += markWord(word, pages.get(word));
    else markup += text(token).markup;
  }
  return new Html(markup);
}

function markWord(word: string, page: Href | undefined): string {
  if (keywords.has(word)) return marked('w', word);
  return page === undefined ? text(word).markup : html`<a href="${page}">${text(word)}</a>`.markup;
}

function marked(kind: 'c' | 'n' | 's' | 'w', token: string): string {
  return `<span class="${kind}">${text(token).markup}</span>`;
}
