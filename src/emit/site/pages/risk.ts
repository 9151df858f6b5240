import type { SideEffect } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';
import { RISK_LEVELS } from '../../../runtime/effects.js';
import type { Frames, Page, Section } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { attribute, text } from '../html/text.js';
import { hintsOf } from '../parts/badges.js';
import { effectTypes, riskClass, severityOf } from '../parts/risk.js';
import { empty, table } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';
import { counted } from '../words.js';

type EffectType = keyof typeof effectTypes;

const types = Object.keys(effectTypes) as EffectType[];

/** What calls may change: counts by kind and level, and then each tool, the worst first. */
export function renderRisk(place: Place, frames: Frames): Page {
  const { tools } = place.site.model;
  const declared = tools.filter(({ semantics }) => semantics !== undefined);
  const undeclared = tools.filter(({ semantics }) => semantics === undefined);
  const changing = declared.filter(({ semantics }) => (semantics?.side_effects.length ?? 0) > 0);
  const harmless = declared.filter(({ semantics }) => semantics?.side_effects.length === 0);
  const ranked = [...changing].sort((a, b) => severityOf(b) - severityOf(a) || (a.name < b.name ? -1 : 1));
  const sections: (Section | undefined)[] = [
    { id: 'overview', title: 'By kind and level', body: overview(changing) },
    { id: 'matrix', title: 'By tool', body: matrix(ranked, place) },
    listed('none', 'No side effects', 'A call of one of these changes nothing.', harmless, place),
    undeclaredSection(undeclared, place),
  ];
  const title = 'Risk';
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(place.site.model.server.title ?? place.site.model.server.name)}</a>`,
    title,
    lead: html`<p class="summary">What a call may change, how bad a wrong one would be, and whether it can be undone.</p>
<p class="legend"><span class="effect risk-low">low</span> <span class="effect risk-medium">medium</span> <span class="effect risk-high">high</span> <span class="effect risk-critical">critical</span> <span class="effect risk-unknown is-final">cannot be undone</span></p>`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: pages.risk, title, area: 'risk', main };
}

/** How many tools have an effect of each kind at each level. */
function overview(tools: readonly ToolModel[]): Html {
  if (tools.length === 0) return empty('No tool of this contract declares a side effect.');
  const counts = new Map<string, { all: Set<string>; final: Set<string> }>();
  for (const { name, semantics } of tools) {
    for (const { type, risk_level, reversible } of semantics?.side_effects ?? []) {
      const key = `${type} ${risk_level}`;
      const cell = counts.get(key) ?? { all: new Set(), final: new Set() };
      counts.set(key, cell);
      cell.all.add(name);
      if (!reversible) cell.final.add(name);
    }
  }
  const rows = types
    .filter((type) => RISK_LEVELS.some((level) => counts.has(`${type} ${level}`)))
    .map((type) => [
      text(effectTypes[type]),
      ...RISK_LEVELS.map((level) => {
        const cell = counts.get(`${type} ${level}`);
        if (cell === undefined) return html`<span class="nil">0</span>`;
        const final = cell.final.size === 0 ? nothing : html` <small>${cell.final.size} for good</small>`;
        return html`<span class="${attribute(`heat ${riskClass(level)}`)}">${cell.all.size}${final}</span>`;
      }),
    ]);
  return table({ caption: 'Tools with an effect, by its kind and level', columns: ['Effect', ...RISK_LEVELS], rows });
}

function matrix(tools: readonly ToolModel[], place: Place): Html {
  if (tools.length === 0) return empty('There is nothing to show.');
  return table({
    caption: 'Side effects of each tool, the worst first',
    columns: ['Tool', ...Object.values(effectTypes)],
    rows: tools.map((tool) => [
      place.callable(tool.name),
      ...types.map((type) => effectsOf(tool.semantics?.side_effects.filter((effect) => effect.type === type) ?? [])),
    ]),
    isWide: true,
  });
}

function effectsOf(effects: readonly SideEffect[]): Html {
  const marks = effects.map(({ scope, risk_level, reversible }) => {
    const kind = attribute(`effect ${riskClass(risk_level)}${reversible ? '' : ' is-final'}`);
    const words = reversible ? nothing : html`<span class="quiet">, cannot be undone</span>`;
    return html`<span class="${kind}">${text(scope)}<span class="quiet">: ${text(risk_level)} risk</span>${words}</span>`;
  });
  return join(marks, text(' '));
}

function listed(id: string, title: string, words: string, tools: readonly ToolModel[], place: Place) {
  if (tools.length === 0) return undefined;
  const items = tools.map(({ name }) => html`<li>${place.callable(name)}</li>`);
  return { id, title, body: html`<p>${text(words)}</p><ul class="columns">${items}</ul>` };
}

/** Tools of which only the author's hints are known. */
function undeclaredSection(tools: readonly ToolModel[], place: Place): Section | undefined {
  if (tools.length === 0) return undefined;
  const body = html`<p>${text(counted(tools.length, 'tool'))} without <code>semantics</code>: there are only the annotations that the author wrote, which nothing was held against.</p>
${table({
  caption: 'Tools that do not declare their side effects',
  columns: ['Tool', 'Annotations'],
  rows: tools.map((tool) => [
    place.callable(tool.name),
    text(hintsOf(tool).join(', ') || 'none that promises or warns'),
  ]),
})}`;
  return { id: 'undeclared', title: 'Not declared', body };
}
