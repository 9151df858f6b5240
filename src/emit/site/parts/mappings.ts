import type { JsonValue } from '../../../json.js';
import type { Mapping, OutputMapping, ResultMapping } from '../../../manifest/manifest.generated.js';
import { type Html, html, nothing } from '../html/html.js';
import { inlineJson } from '../html/json-code.js';
import { code, text } from '../html/text.js';

/** Where values come from and where they go, a line each. */
export function mappings(list: readonly (Mapping | ResultMapping | OutputMapping)[], whole: string): Html {
  if (list.length === 0) return nothing;
  return html`<ul class="mappings">${list.map((each) => mapping(each, whole))}</ul>
`;
}

function mapping({ to, from, ...rest }: Mapping | ResultMapping | OutputMapping, whole: string): Html {
  const constant = 'value' in rest && rest.value !== undefined ? inlineJson(rest.value as JsonValue) : text(whole);
  const source = from === undefined ? constant : end(from, whole);
  const otherwise =
    'default' in rest && rest.default !== undefined
      ? html` <span class="otherwise">else ${inlineJson(rest.default as JsonValue)}</span>`
      : nothing;
  return html`<li>${source}${otherwise} <span class="arrow" aria-label="to" role="img">→</span> ${end(to, whole)}</li>`;
}

/** One end of a mapping; the empty pointer stands for all of it. */
function end(pointer: string, whole: string): Html {
  return pointer === '' ? text(whole) : code(pointer);
}
