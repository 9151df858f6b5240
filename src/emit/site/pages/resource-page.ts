import type { ResourceModel, ResourceTemplateModel } from '../../../model/model.js';
import { resourceDefinition, templateDefinition } from '../../../model/offer-definition.js';
import type { ResourceMeaning } from '../../../model/resource.js';
import { templateVariablesType } from '../../offers/emit-offers.js';
import type { Frames, Page, Section } from '../frame.js';
import { type Html, html, join } from '../html/html.js';
import { code, text } from '../html/text.js';
import { typesCode } from '../html/types-code.js';
import { plainBadges } from '../parts/badges.js';
import { behaviourOfOffer } from '../parts/behaviour.js';
import { definitionSection } from '../parts/definition.js';
import { exactly } from '../parts/exact.js';
import { identityOf } from '../parts/identity.js';
import { scopesSection } from '../parts/scopes.js';
import { pairs } from '../parts/tables.js';
import { variableParts } from '../parts/values.js';
import { pages, resourcePage, templatePage } from '../paths.js';
import type { Place } from '../place.js';
import { renderMembers } from '../schema/render-schema.js';
import { duration, grouped } from '../words.js';

/** Everything that a contract says about one resource. */
export function renderResource(resource: ResourceModel, place: Place, frames: Frames): Page {
  const { uri, size } = resource;
  const address: Entry[] = [
    ['URI', code(uri)],
    ['Size', size === undefined ? undefined : text(`${grouped(size)} bytes`)],
  ];
  const sections = [
    { id: 'contents', title: 'Contents', body: contentsOf(resource, address) },
    cachingSection(resource, place),
    neededSection(resource, place),
    scopesSection(resource, place),
    definitionSection(resource.name, resource.digest, resourceDefinition(resource)),
  ];
  return page(resource, resourcePage(resource), sections, place, frames);
}

/** Everything that it says about one template. */
export function renderTemplate(template: ResourceTemplateModel, place: Place, frames: Frames): Page {
  const { uriTemplate, variables, isListable } = template;
  const address: Entry[] = [
    ['URI template', code(uriTemplate)],
    ['Listed', text(isListable ? 'what there is stands in resources/list' : 'no: a client has to know the variables')],
  ];
  const types = templateVariablesType(template);
  const sections = [
    { id: 'contents', title: 'Contents', body: contentsOf(template, address) },
    {
      id: 'variables',
      title: 'Variables',
      body: renderMembers(variableParts(variables)),
    },
    {
      id: 'types',
      title: 'TypeScript',
      body: html`<pre class="code" tabindex="0"><code>${typesCode(types.text, new Map())}</code></pre>`,
    },
    cachingSection(template, place),
    scopesSection(template, place),
    definitionSection(template.name, template.digest, templateDefinition(template)),
  ];
  return page(template, templatePage(template), sections, place, frames);
}

type Entry = readonly [string, Html | undefined];

function page(
  offer: ResourceModel | ResourceTemplateModel,
  path: string,
  sections: readonly (Section | undefined)[],
  place: Place,
  frames: Frames,
): Page {
  const title = offer.title ?? offer.name;
  const main = frames.article({
    above: html`<a href="${place.to(pages.resources)}">Resources</a>`,
    title,
    lead: html`${identityOf(offer)}${plainBadges(behaviourOfOffer(offer))}${exactly(offer.description, 'models')}`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path, title, area: 'resources', main };
}

/** Where it is, and what one gets: with the annotations of MCP, which are hints to the client. */
function contentsOf({ mimeType, annotations = {} }: ResourceMeaning, address: readonly Entry[]): Html {
  const { audience, priority, lastModified } = annotations;
  const readers = Array.isArray(audience) ? audience.filter((each) => typeof each === 'string') : [];
  return pairs([
    ...address,
    ['Media type', mimeType === undefined ? undefined : code(mimeType)],
    ['Meant for', readers.length === 0 ? undefined : join(readers.map(text), text(', '))],
    ['Priority', typeof priority === 'number' ? text(`${priority} of 1`) : undefined],
    ['Last modified', typeof lastModified === 'string' ? text(lastModified) : undefined],
  ]);
}

/** How long a client may keep it, and how it hears of changes. */
function cachingSection({ cache, subscribable }: ResourceMeaning, { site }: Place): Section {
  const hint = cache ?? site.model.caching?.['resources/read'];
  const body = pairs([
    ['Clients are told of changes', text(subscribable ? 'yes, when they subscribe' : 'no')],
    ['May be kept for', hint?.ttlMs === undefined ? text('not said') : text(duration(hint.ttlMs))],
    [
      'May be shared',
      hint?.cacheScope === undefined
        ? undefined
        : text(hint.cacheScope === 'public' ? 'yes, it is the same for everybody' : 'no, it is the caller’s own'),
    ],
  ]);
  return { id: 'changes', title: 'Changes and caching', body };
}

function neededSection({ name }: ResourceModel, place: Place): Section | undefined {
  const tools = place.site.resourceNeededBy.get(name) ?? [];
  if (tools.length === 0) return undefined;
  const body = html`<ul class="columns">${tools.map((tool) => html`<li>${place.callable(tool.name)}</li>`)}</ul>`;
  return { id: 'needed', title: 'Needed by', body };
}
