import type { Frames, Page, Section } from '../frame.js';
import { html, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { pairs, table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';

/** What identifies the contract: its digest and those of the tools; and what its server wants of its surroundings. */
export function renderContract(place: Place, frames: Frames): Page {
  const { server, digest, tools, compatibilityMode } = place.site.model;
  const title = 'Contract';
  const identity = pairs([
    ['Digest', html`<span class="digest">${code(digest)}</span>`],
    ['Server', html`${code(server.name)} ${text(server.version)}`],
    ['Compatibility', compatibilityMode && code(compatibilityMode)],
  ]);
  const digests = table({
    caption: 'Digest of each tool',
    columns: ['Tool', 'SHA-256'],
    rows: tools.map((tool) => [place.callable(tool.name), html`<span class="digest">${code(tool.digest)}</span>`]),
  });
  const sections: (Section | undefined)[] = [
    { id: 'identity', title: 'Identity', body: identity },
    environmentSection(place),
    { id: 'digests', title: 'Tools', body: digests },
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(server.title ?? server.name)}</a>`,
    title,
    lead: html`<p class="summary">A digest is the SHA-256 of the RFC 8785 form of what a client of the current revision is served. When it is another one, the surface has changed. The same figures stand in <code>contract.json</code>.</p>`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: pages.contract, title, area: 'contract', main };
}

function environmentSection({ site }: Place): Section | undefined {
  const { environment } = site.model;
  if (environment.length === 0) return undefined;
  const body = table({
    caption: 'Environment variables of the server',
    columns: ['Name', 'Needed', 'Default', 'What for'],
    rows: environment.map(({ name, required, secret, default: otherwise, description }) => [
      code(name),
      text(`${required ? 'required' : 'optional'}${secret ? ', secret' : ''}`),
      otherwise === undefined ? nothing : code(otherwise),
      description === undefined ? nothing : text(description),
    ]),
  });
  return { id: 'environment', title: 'Environment', body };
}
