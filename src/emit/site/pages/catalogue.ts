import type { Model } from '../../../model/model.js';
import { RISK_LEVELS } from '../../../runtime/effects.js';
import type { Frames, Page } from '../frame.js';
import { type Href, type Html, html, nothing } from '../html/html.js';
import { code, paragraphs, text } from '../html/text.js';
import { badges, hintsOf, plainBadges } from '../parts/badges.js';
import { behaviourOfOffer, behaviourOfTool, behaviourWords, conductOf } from '../parts/behaviour.js';
import { type Entry, entriesOf, kinds } from '../parts/kinds.js';
import { externalLink } from '../parts/links.js';
import { riskClass, riskOf } from '../parts/risk.js';
import { allScopesOf } from '../parts/scopes.js';
import { clip, summaryOf } from '../parts/summary.js';
import { assets, dataFile, pages } from '../paths.js';
import type { Place } from '../place.js';
import { catalogueName } from '../site.js';
import { counted, grouped } from '../words.js';

/** The first page: who the server is, figures, and everything that it offers. It is whole without a script, which adds search and filters. */
export function renderCatalogue(place: Place, frames: Frames): Page {
  const { model } = place.site;
  const { server } = model;
  const entries = entriesOf(model);
  const title = server.title ?? server.name;
  const main = frames.catalogue({
    title,
    name: server.name,
    version: server.version,
    lead: leadOf(place),
    figures: figuresOf(place),
    heading: catalogueName(model),
    filters: filtersOf(entries, model),
    count:
      entries.length === model.tools.length
        ? counted(entries.length, 'tool')
        : counted(entries.length, 'entry', 'entries'),
    entries: entries.map((entry) => entryOf(entry, place)),
  });
  const scripts = [assets.search, dataFile, assets.catalogue];
  return { path: pages.catalogue, title, area: 'catalogue', main, scripts };
}

function leadOf({ site }: Place): Html {
  const { description, instructions, websiteUrl } = site.model.server;
  const about = description === undefined ? nothing : html`<div class="summary">${paragraphs(description)}</div>`;
  const home = websiteUrl === undefined ? nothing : html`<p class="site">${externalLink(websiteUrl)}</p>`;
  const told =
    instructions === undefined
      ? nothing
      : html`<details class="instructions"><summary>Instructions that models get</summary><blockquote dir="auto">${text(instructions)}</blockquote></details>`;
  return html`${about}${home}${told}`;
}

function figuresOf(place: Place): Html {
  const { model, edges } = place.site;
  const withHint = (words: string) => model.tools.filter((tool) => hintsOf(tool).includes(words)).length;
  const risky = model.tools.filter((tool) => ['high', 'critical'].includes(riskOf(tool) ?? '')).length;
  const figures: (readonly [count: number, words: string, href: Href])[] = [
    [withHint('read-only'), 'read-only', place.toTools({ hint: 'read-only' })],
    [withHint('destructive'), 'destructive', place.toTools({ hint: 'destructive' })],
    [risky, 'of high risk', place.to(pages.risk)],
    [model.resources.length, model.resources.length === 1 ? 'resource' : 'resources', place.to(pages.resources)],
    [
      model.resourceTemplates.length,
      model.resourceTemplates.length === 1 ? 'template' : 'templates',
      place.to(pages.resources, 'templates'),
    ],
    [model.prompts.length, model.prompts.length === 1 ? 'prompt' : 'prompts', place.to(pages.prompts)],
    [edges.length, edges.length === 1 ? 'composition' : 'compositions', place.to(pages.composition)],
    [model.workflows.length, model.workflows.length === 1 ? 'workflow' : 'workflows', place.to(pages.workflows)],
    [model.schemas.length, model.schemas.length === 1 ? 'shared schema' : 'shared schemas', place.to(pages.schemas)],
  ];
  const items = figures
    .filter(([count]) => count > 0)
    .map(([count, words, href]) => html`<li><a href="${href}"><b>${text(grouped(count))}</b> ${text(words)}</a></li>`);
  return html`<ul class="figures" aria-label="The contract in figures"><li><b>${text(grouped(model.tools.length))}</b> ${text(model.tools.length === 1 ? 'tool' : 'tools')}</li>${items}<li class="digest"><a href="${place.to(pages.contract)}"><b>${text(model.digest.replace(/^sha256-/, '').slice(0, 8))}</b> contract digest</a></li></ul>
`;
}

interface Filter {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A filter that would leave nothing to choose is left out. */
function filtersOf(entries: readonly Entry[], model: Model): Filter[] {
  const ofTools = (valuesOf: (tool: Model['tools'][number]) => readonly string[]) => (entry: Entry) =>
    entry.kind === 'tool' ? valuesOf(entry.tool) : [];
  const hasKinds = new Set(entries.map(({ kind }) => kind)).size > 1;
  const filters = [
    filter('kind', 'Kind', hasKinds ? entries : [], ({ kind }) => [kind], kinds),
    filter(
      'category',
      'Category',
      entries,
      ofTools(({ semantics }) => semantics?.categories ?? []),
    ),
    filter(
      'risk',
      'Risk',
      entries,
      ofTools((tool) => [riskOf(tool) ?? '']),
      ['none', ...RISK_LEVELS],
    ),
    filter('hint', 'Behaviour', entries, behaviourOf, behaviourWords),
    filter(
      'position',
      'Pipeline',
      entries,
      ofTools(({ composition }) => [composition?.pipeline_position ?? '']),
    ),
    filter(
      'capability',
      'Capability',
      entries,
      ofTools(({ semantics }) => (semantics?.capabilities ?? []).map(({ type }) => type)),
    ),
    filter('scope', 'Scope', entries, (entry) => allScopesOf(entry.kind === 'tool' ? entry.tool : entry.offer, model)),
  ];
  return filters.filter(({ options }) => options.length > 0);
}

function behaviourOf(entry: Entry): readonly string[] {
  return entry.kind === 'tool' ? behaviourOfTool(entry.tool) : behaviourOfOffer(entry.offer);
}

function filter(
  key: string,
  label: string,
  entries: readonly Entry[],
  valuesOf: (entry: Entry) => readonly string[],
  order?: readonly string[],
): Filter {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    for (const value of new Set(valuesOf(entry))) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = order?.filter((value) => counts.has(value)) ?? [...counts.keys()].sort();
  const options = values.map((value) => ({ value, label: `${value} (${counts.get(value) ?? 0})` }));
  return { id: `filter-${key}`, key, label, options };
}

/** One line of the list, as the template wants it. */
function entryOf(entry: Entry, place: Place): object {
  const { name, title, description } = entry.kind === 'tool' ? entry.tool : entry.offer;
  const summary =
    entry.kind === 'tool' ? summaryOf(entry.tool) : description === undefined ? undefined : clip(description);
  return {
    place: place.to(entry.page),
    risk: riskClass(entry.kind === 'tool' ? riskOf(entry.tool) : undefined),
    title: text(title ?? name),
    code: title === undefined ? nothing : html` ${code(name)}`,
    summary: summary === undefined ? nothing : html`<p dir="auto">${text(summary)}</p>`,
    badges:
      entry.kind === 'tool'
        ? badges(entry.tool, conductOf(entry.tool))
        : plainBadges([entry.kind, ...behaviourOfOffer(entry.offer)]),
  };
}
