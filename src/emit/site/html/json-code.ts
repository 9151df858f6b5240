import type { JsonValue } from '../../../json.js';
import { Html, html } from './html.js';
import { escapeHidden, text } from './text.js';

/** A value as indented JSON, its parts marked for colours. */
export function jsonCode(value: JsonValue): Html {
  return markJson(escapeHidden(JSON.stringify(value, undefined, 2)));
}

/** So many characters of a value are shown in a line; a longer one is folded. */
const longestInline = 120;

/** A value in a line of text, as JSON. */
export function inlineJson(value: JsonValue): Html {
  const source = escapeHidden(JSON.stringify(value));
  if (source.length <= longestInline) return html`<code>${markJson(source)}</code>`;
  const start = text(`${[...source.slice(0, 60)].slice(0, -1).join('')}…`);
  return html`<details class="fold"><summary><code>${start}</code></summary><pre><code>${jsonCode(value)}</code></pre></details>`;
}

const tokens = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)|[^"\dtfn-]+|[\s\S]/g;

/** Keys and constants are marked; strings look like what is left. The short elements keep large definitions small. */
function markJson(source: string): Html {
  let markup = '';
  for (const [token, string, colon, constant] of source.matchAll(tokens)) {
    if (string !== undefined && colon !== undefined) markup += `<b>${text(string).markup}</b>${colon}`;
    else if (constant !== undefined) markup += `<i>${constant}</i>`;
    else markup += text(token).markup;
  }
  return new Html(markup);
}
