import type { ResourceMeaning } from '../../../model/resource.js';
import type { Frames, Page, Section } from '../frame.js';
import { type Html, html, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { clip } from '../parts/summary.js';
import { table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';

/** What can be read: resources by their URIs, and templates of URIs. */
export function renderResources(place: Place, frames: Frames): Page {
  const { server, resources, resourceTemplates } = place.site.model;
  const title = 'Resources';
  const sections: (Section | undefined)[] = [
    section('resources', 'URI', resources, (each) => [place.resource(each.name), code(each.uri)]),
    section('templates', 'URI template', resourceTemplates, (each) => [place.template(each), code(each.uriTemplate)]),
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(server.title ?? server.name)}</a>`,
    title,
    lead: html`<p class="summary">What a client can read by its address. A template stands for all addresses of one form.</p>`,
    sections: sections.filter((each) => each !== undefined),
  });
  return { path: pages.resources, title, area: 'resources', main };
}

function section<Offer extends ResourceMeaning>(
  kind: 'resources' | 'templates',
  address: string,
  offers: readonly Offer[],
  cellsOf: (offer: Offer) => readonly Html[],
): Section | undefined {
  if (offers.length === 0) return undefined;
  const rows = offers.map((offer) => {
    const { title: label, description, mimeType } = offer;
    const about = description === undefined ? label : clip(description);
    return [
      ...cellsOf(offer),
      about === undefined ? nothing : text(about),
      mimeType === undefined ? nothing : code(mimeType),
    ];
  });
  const columns = ['Name', address, 'Description', 'Media type'];
  return { id: kind, title: `All ${kind}`, body: table({ caption: `Addresses of the ${kind}`, columns, rows }) };
}
