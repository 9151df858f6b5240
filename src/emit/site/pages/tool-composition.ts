import type { ToolModel } from '../../../model/model.js';
import type { Section } from '../frame.js';
import type { CompositionEdge } from '../graph/composition-graph.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { text } from '../html/text.js';
import { mappings } from '../parts/mappings.js';
import { pairs, yesNo } from '../parts/tables.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';

/** How the tool goes together with others: hints, what it feeds and what feeds it, the workflows that use it. */
export function compositionSection(tool: ToolModel, place: Place): Section | undefined {
  const { site } = place;
  const [feeds, fedBy] = [site.feeds.get(tool.name) ?? [], site.fedBy.get(tool.name) ?? []];
  const workflows = site.usedIn.get(tool.name) ?? [];
  const { composition } = tool;
  if (composition === undefined && fedBy.length === 0 && workflows.length === 0) return undefined;
  const schemas = composition?.output_compatibility ?? [];
  const hints = pairs([
    ['Place in a pipeline', composition?.pipeline_position && text(composition.pipeline_position)],
    ['Parallelizable', yesNo(composition?.parallelizable)],
    ['Stateful', yesNo(composition?.stateful)],
    [
      'Results satisfy',
      schemas.length === 0
        ? undefined
        : join(
            schemas.map((name) => place.schema(name)),
            text(', '),
          ),
    ],
    [
      'Used in',
      workflows.length === 0
        ? undefined
        : join(
            workflows.map(({ id }) => place.callable(id)),
            text(', '),
          ),
    ],
  ]);
  const graph =
    site.edges.length === 0 || (feeds.length === 0 && fedBy.length === 0)
      ? nothing
      : html`<p><a href="${place.to(pages.composition)}">All of the graph</a></p>`;
  const body = html`${hints}${flows('Feeds', feeds, place, ({ to }) => to)}${flows('Fed by', fedBy, place, ({ from }) => from)}${graph}`;
  return { id: 'composition', title: 'Composition', body };
}

function flows(
  title: string,
  edges: readonly CompositionEdge[],
  place: Place,
  other: (edge: CompositionEdge) => ToolModel,
): Html {
  if (edges.length === 0) return nothing;
  const items = edges.map(
    (edge) => html`<li>${place.callable(other(edge).name)}${howOf(edge)}</li>
`,
  );
  return html`<h3>${text(title)}</h3>
<ul class="flows">${items}</ul>
`;
}

/** How a result becomes an input. */
export function howOf({ mapping }: CompositionEdge): Html {
  if (mapping === undefined) return html` <span class="how">with the whole result</span>`;
  return mappings(mapping, 'all of it');
}
