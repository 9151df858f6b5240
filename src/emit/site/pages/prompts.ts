import type { Frames, Page } from '../frame.js';
import { html, join, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { clip } from '../parts/summary.js';
import { table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';

/** All prompts. */
export function renderPrompts(place: Place, frames: Frames): Page {
  const { server, prompts } = place.site.model;
  const title = 'Prompts';
  const rows = prompts.map((prompt) => {
    const about = prompt.description === undefined ? prompt.title : clip(prompt.description);
    return [
      place.prompt(prompt),
      about === undefined ? nothing : text(about),
      join(
        prompt.arguments.map(({ name, required }) => html`${code(name)}${required ? nothing : text('?')}`),
        text(', '),
      ),
    ];
  });
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(server.title ?? server.name)}</a>`,
    title,
    lead: html`<p class="summary">Messages for a model that a user picks and fills in. Arguments with a question mark may be left out.</p>`,
    sections: [
      {
        id: 'all',
        title: 'All prompts',
        body: table({ caption: 'Prompts', columns: ['Name', 'Description', 'Arguments'], rows }),
      },
    ],
  });
  return { path: pages.prompts, title, area: 'prompts', main };
}
