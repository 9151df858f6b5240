import type { ToolModel } from '../../../model/model.js';
import { RISK_LEVELS } from '../../../runtime/effects.js';
import type { Frames, Page } from '../frame.js';
import { type Href, type Html, html, nothing } from '../html/html.js';
import { code, paragraphs, text } from '../html/text.js';
import { badges, hintsOf, hintWords } from '../parts/badges.js';
import { riskClass, riskOf } from '../parts/risk.js';
import { summaryOf } from '../parts/summary.js';
import { assets, dataFile, pages, toolPage } from '../paths.js';
import type { Place } from '../place.js';
import { counted, grouped } from '../words.js';
import { externalLink } from './tool-page.js';

/** The first page: who the server is, figures, and every tool. It is whole without a script, which adds search and filters. */
export function renderCatalogue(place: Place, frames: Frames): Page {
  const { server, tools } = place.site.model;
  const title = server.title ?? server.name;
  const main = frames.catalogue({
    title,
    name: server.name,
    version: server.version,
    lead: leadOf(place),
    figures: figuresOf(place),
    filters: filtersOf(tools),
    count: counted(tools.length, 'tool'),
    tools: tools.map((tool) => entryOf(tool, place)),
  });
  const scripts = [assets.search, dataFile, assets.catalogue];
  return { path: pages.catalogue, title, area: 'catalogue', main, scripts };
}

function leadOf({ site }: Place): Html {
  const { description, instructions, websiteUrl } = site.model.server;
  const about = description === undefined ? nothing : html`<div class="summary">${paragraphs(description)}</div>`;
  const home =
    websiteUrl === undefined ? nothing : html`<p class="site">${externalLink(websiteUrl, text(websiteUrl))}</p>`;
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
function filtersOf(tools: readonly ToolModel[]): Filter[] {
  const filters = [
    filter('category', 'Category', tools, ({ semantics }) => semantics?.categories ?? []),
    filter('risk', 'Risk', tools, (tool) => [riskOf(tool) ?? ''], ['none', ...RISK_LEVELS]),
    filter('hint', 'Behaviour', tools, hintsOf, Object.values(hintWords)),
    filter('position', 'Pipeline', tools, ({ composition }) => [composition?.pipeline_position ?? '']),
    filter('capability', 'Capability', tools, ({ semantics }) =>
      (semantics?.capabilities ?? []).map(({ type }) => type),
    ),
  ];
  return filters.filter(({ options }) => options.length > 0);
}

function filter(
  key: string,
  label: string,
  tools: readonly ToolModel[],
  valuesOf: (tool: ToolModel) => readonly string[],
  order?: readonly string[],
): Filter {
  const counts = new Map<string, number>();
  for (const tool of tools) {
    for (const value of new Set(valuesOf(tool))) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = order?.filter((value) => counts.has(value)) ?? [...counts.keys()].sort();
  const options = values.map((value) => ({ value, label: `${value} (${counts.get(value) ?? 0})` }));
  return { id: `filter-${key}`, key, label, options };
}

/** One line of the list, as the template wants it. */
function entryOf(tool: ToolModel, place: Place): object {
  const summary = summaryOf(tool);
  return {
    place: place.to(toolPage(tool)),
    risk: riskClass(riskOf(tool)),
    title: text(tool.title ?? tool.name),
    code: tool.title === undefined ? nothing : html` ${code(tool.name)}`,
    summary: summary === undefined ? nothing : html`<p dir="auto">${text(summary)}</p>`,
    badges: badges(tool),
  };
}
