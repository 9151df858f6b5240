import type { JsonObject } from '../../../json.js';
import { imageSource } from '../html/href.js';
import { type Html, html, nothing } from '../html/html.js';
import { code } from '../html/text.js';

interface Identified {
  readonly name: string;
  readonly icons?: readonly JsonObject[];
}

/** The name on the wire, and an icon before it. */
export function identityOf({ name, icons = [] }: Identified): Html {
  return html`<p class="identity">${iconOf(icons)}${code(name)}</p>
`;
}

/** The first icon that stands in the contract itself; others would have to be fetched. */
function iconOf(icons: readonly JsonObject[]): Html {
  const source = icons.map(({ src }) => imageSource(String(src))).find((each) => each !== undefined);
  return source === undefined ? nothing : html`<img class="icon" src="${source}" alt="" width="20" height="20"> `;
}
