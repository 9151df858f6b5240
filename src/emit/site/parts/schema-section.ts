import type { JsonObject } from '../../../json.js';
import { type Html, html, nothing } from '../html/html.js';
import { attribute } from '../html/text.js';
import type { Place } from '../place.js';
import { renderSchema } from '../schema/render-schema.js';

/** A schema as a tree, with a word on the shared schema that it is as a whole. */
export function schemaTree(place: Place, id: string, schema: JsonObject, sharedAt: ReadonlyMap<string, string>): Html {
  const whole = sharedAt.get('');
  const shared = whole === undefined ? sharedAt : new Map([...sharedAt].filter(([pointer]) => pointer !== ''));
  const note = whole === undefined ? nothing : html`<p class="whole">The shared schema ${place.schema(whole)}.</p>`;
  const tree = renderSchema({ schema, shared, id, page: place.page, linkTo: (name) => place.schema(name) });
  return html`${note}<div class="schema" id="${attribute(id)}">${tree}</div>
`;
}
