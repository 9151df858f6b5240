import type { Frames, Page, Section } from '../frame.js';
import { type Component, componentsOf } from '../graph/composition-graph.js';
import { drawGraph } from '../graph/draw-graph.js';
import { isDrawable, type LayOut } from '../graph/layout.js';
import { type Html, html } from '../html/html.js';
import { text } from '../html/text.js';
import { riskClass, riskOf } from '../parts/risk.js';
import { table } from '../parts/tables.js';
import { pages, toolPage } from '../paths.js';
import type { Place } from '../place.js';
import { counted } from '../words.js';
import { howOf } from './tool-composition.js';

/** What can feed what: drawn, where it can be drawn, and as a table. */
export function renderComposition(place: Place, frames: Frames, layOut: LayOut): Page {
  const { edges, model } = place.site;
  const components = componentsOf(edges);
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to])).size;
  const title = 'Composition';
  const sections: Section[] = [
    {
      id: 'graph',
      title: 'Graph',
      body: html`${components.map((each, index) => drawing(each, index, place, layOut))}`,
    },
    { id: 'list', title: 'As a list', body: listOf(place) },
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(model.server.title ?? model.server.name)}</a>`,
    title,
    lead: html`<p class="summary">Whose result can become whose input. Each arrow has been held against both schemas, after its mapping if it has one.</p>
<p class="quantity">${text(counted(edges.length, 'arrow'))} between ${text(counted(connected, 'tool'))}; ${text(counted(model.tools.length - connected, 'tool'))} not connected</p>
<p class="legend"><span class="effect risk-none">no side effects</span> <span class="effect risk-low">low risk</span> <span class="effect risk-medium">medium</span> <span class="effect risk-high">high</span> <span class="effect risk-critical">critical</span> <span class="effect risk-unknown">not declared</span></p>`,
    sections,
  });
  return { path: pages.composition, title, area: 'composition', main };
}

/** Whether a part of the graph is worth a drawing, and small enough. */
export function isDrawn({ tools, edges }: Component): boolean {
  return isDrawable({ boxes: tools.length, arrows: edges.length });
}

function drawing(component: Component, index: number, place: Place, layOut: LayOut): Html {
  const { tools, edges } = component;
  const size = `${counted(tools.length, 'tool')} and ${counted(edges.length, 'arrow')}`;
  if (!isDrawn(component)) {
    return html`<p class="empty">${text(`${size} are too many to follow in a drawing: see the list.`)}</p>
`;
  }
  const places = new Map(tools.map((tool, at) => [tool, at]));
  const svg = drawGraph(
    {
      id: `graph-${index + 1}`,
      title: `Composition of ${size}`,
      description: 'Boxes are tools and lead to their pages. An arrow leads from a result to the input it can become.',
      boxes: tools.map((tool) => {
        const position = tool.composition?.pipeline_position;
        const notes = [...(tool.title === undefined ? [] : [tool.title])];
        const risk = riskOf(tool);
        const words = [...(position === undefined ? [] : [position]), ...(risk === undefined ? [] : [`risk: ${risk}`])];
        return {
          name: tool.name,
          notes,
          label: words.join(', '),
          href: place.to(toolPage(tool)),
          classes: `${riskClass(risk)} position-${position ?? 'any'}`,
        };
      }),
      arrows: edges.map(({ from, to }) => ({
        from: places.get(from) ?? 0,
        to: places.get(to) ?? 0,
        label: `${from.name} feeds ${to.name}`,
      })),
    },
    layOut,
  );
  return html`<div class="canvas" role="region" aria-label="Drawing of the graph" tabindex="0">${svg}</div>
`;
}

function listOf(place: Place): Html {
  const rows = place.site.edges.map((edge) => [
    place.callable(edge.from.name),
    place.callable(edge.to.name),
    howOf(edge),
  ]);
  return table({ caption: 'What can feed what', columns: ['Result of', 'Feeds', 'How'], rows });
}
