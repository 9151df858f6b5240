import type { JsonObject } from '../../../json.js';
import type { Section } from '../frame.js';
import { html } from '../html/html.js';
import { jsonCode } from '../html/json-code.js';
import { attribute, code } from '../html/text.js';

/** What is served, as data, and the digest of it. */
export function definitionSection(name: string, digest: string, definition: JsonObject): Section {
  const body = html`<p>As a client of the current revision gets it. Its digest is the SHA-256 of the RFC 8785 form.</p>
<p class="digest">${code(digest)}</p>
<details class="source"><summary>JSON</summary>
<pre class="code" tabindex="0" aria-label="${attribute(`Definition of ${name}`)}" role="region"><code>${jsonCode(definition)}</code></pre></details>
`;
  return { id: 'definition', title: 'Definition', body };
}
