import type { SharedSchema } from '../../../model/model.js';
import { typesOf } from '../../tools/emit-tool.js';
import type { Frames, Page } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { jsonCode } from '../html/json-code.js';
import { attribute, paragraphs, text } from '../html/text.js';
import { typesCode } from '../html/types-code.js';
import { schemaTree } from '../parts/schema-section.js';
import { clip } from '../parts/summary.js';
import { empty, table } from '../parts/tables.js';
import { typeLinks } from '../parts/types-section.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';
import { counted } from '../words.js';

/** All shared schemas. */
export function renderSchemas(place: Place, frames: Frames): Page {
  const { model, usersOf } = place.site;
  const title = 'Schemas';
  const rows = model.schemas.map(({ name, schema }) => [
    place.schema(name),
    text(typeof schema['description'] === 'string' ? clip(schema['description']) : ''),
    html`<span class="number">${usersOf.get(name)?.length ?? 0}</span>`,
  ]);
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(model.server.title ?? model.server.name)}</a>`,
    title,
    lead: html`<p class="summary">What tools share: ${text(counted(model.schemas.length, 'schema'))} that more than one place may refer to.</p>`,
    sections: [
      {
        id: 'all',
        title: 'All schemas',
        body: table({ caption: 'Shared schemas', columns: ['Name', 'Description', 'Used by'], rows }),
      },
    ],
  });
  return { path: pages.schemas, title, area: 'schemas', main };
}

/** One shared schema: its members, its type, and who uses it. */
export function renderSharedSchema(shared: SharedSchema, place: Place, frames: Frames): Page {
  const { name, pascal, schema } = shared;
  const description = schema['description'];
  const types = typesOf(schema, shared.shared, pascal, 'output', []);
  const main = frames.article({
    above: html`<a href="${place.to(pages.schemas)}">Schemas</a>`,
    title: name,
    lead: typeof description === 'string' ? html`<div class="summary">${paragraphs(description)}</div>` : nothing,
    sections: [
      { id: 'members', title: 'Schema', body: schemaTree(place, 'schema', withoutDescription(schema), shared.shared) },
      {
        id: 'types',
        title: 'TypeScript',
        body: html`<pre class="code" tabindex="0"><code>${typesCode(types.declarations.text, typeLinks(place, types.imports))}</code></pre>`,
      },
      { id: 'users', title: 'Used by', body: usersOf(name, place) },
      {
        id: 'definition',
        title: 'Definition',
        body: html`<details class="source"><summary>JSON</summary>
<pre class="code" tabindex="0" role="region" aria-label="${attribute(`Definition of ${name}`)}"><code>${jsonCode(schema)}</code></pre></details>`,
      },
    ],
  });
  return { path: place.page, title: name, area: 'schemas', main };
}

/** It stands below the heading already. */
function withoutDescription({ description: _, ...rest }: SharedSchema['schema']): SharedSchema['schema'] {
  return rest;
}

function usersOf(name: string, place: Place): Html {
  const users = (place.site.usersOf.get(name) ?? []).map((user) => ('id' in user ? user.id : user.name));
  const satisfied = place.site.satisfiedBy.get(name) ?? [];
  if (users.length === 0 && satisfied.length === 0) return empty('No tool.');
  const list =
    users.length === 0
      ? nothing
      : html`<ul class="columns">${users.map((each) => html`<li>${place.callable(each)}</li>`)}</ul>`;
  const results =
    satisfied.length === 0
      ? nothing
      : html`<p>Satisfied by every result of ${join(
          satisfied.map((tool) => place.callable(tool.name)),
          text(', '),
        )}.</p>`;
  return html`${list}${results}`;
}
