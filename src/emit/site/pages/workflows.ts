import type { WorkflowModel } from '../../../model/workflow.js';
import type { Frames, Page, Section } from '../frame.js';
import type { LayOut } from '../graph/layout.js';
import { html, join, nothing } from '../html/html.js';
import { code, paragraphs, text } from '../html/text.js';
import { mappings } from '../parts/mappings.js';
import { schemaTree } from '../parts/schema-section.js';
import { clip } from '../parts/summary.js';
import { empty, table } from '../parts/tables.js';
import { typesSection } from '../parts/types-section.js';
import { pages, workflowPage } from '../paths.js';
import type { Place } from '../place.js';
import { drawSteps } from './workflow-diagram.js';
import { renderStep } from './workflow-step.js';

/** All workflows. */
export function renderWorkflows(place: Place, frames: Frames): Page {
  const { model } = place.site;
  const title = 'Workflows';
  const rows = model.workflows.map(({ id, name, description, steps, isExposed }) => [
    html`${place.callable(id)} ${text(name)}`,
    text(clip(description)),
    html`<span class="number">${steps.length}</span>`,
    text(isExposed ? 'client, and as a tool' : 'client'),
  ]);
  const main = frames.article({
    above: html`<a href="${place.to(pages.catalogue)}">${text(model.server.title ?? model.server.name)}</a>`,
    title,
    lead: html`<p class="summary">Several tools as one call. Every mapping between the steps has been checked against the schemas.</p>`,
    sections: [
      {
        id: 'all',
        title: 'All workflows',
        body: table({ caption: 'Workflows', columns: ['Workflow', 'Description', 'Steps', 'Offered to'], rows }),
      },
    ],
  });
  return { path: pages.workflows, title, area: 'workflows', main };
}

/** One workflow: its steps as a diagram and one by one, what it takes and returns, and what happens when something fails. */
export function renderWorkflow(workflow: WorkflowModel, place: Place, frames: Frames, layOut: LayOut): Page {
  const { id, name, description, isExposed, steps } = workflow;
  const usedIn = place.site.usedIn.get(id) ?? [];
  const offered = isExposed ? 'A function of the client, and a tool of the server.' : 'A function of the client.';
  const sections: (Section | undefined)[] = [
    { id: 'diagram', title: 'Order', body: drawSteps(workflow, place, layOut) },
    {
      id: 'steps',
      title: 'Steps',
      body: html`<ol class="steps">${steps.map((step, index) => renderStep(step, index, workflow, place))}</ol>`,
    },
    { id: 'input', title: 'Input', body: schemaTree(place, 'in', workflow.inputSchema, workflow.inputShared) },
    { id: 'output', title: 'Output', body: outputOf(workflow, place) },
    rollbackOf(workflow, place),
    { id: 'types', title: 'TypeScript', body: typesSection(place, workflow) },
  ];
  const main = frames.article({
    above: html`<a href="${place.to(pages.workflows)}">Workflows</a>`,
    title: name,
    lead: html`<p class="identity">${code(id)}</p>
<p class="runs">${text(offered)}${
      usedIn.length === 0
        ? nothing
        : html` Used in ${join(
            usedIn.map((each) => place.callable(each.id)),
            text(', '),
          )}.`
    }</p>
<figure class="exact"><figcaption>Description, exactly as models read it</figcaption>
<blockquote dir="auto">${text(description)}</blockquote></figure>`,
    sections: sections.filter((section) => section !== undefined),
  });
  return { path: workflowPage(workflow), title: name, area: 'workflows', main };
}

function outputOf({ outputSchema, outputShared, outputs }: WorkflowModel, place: Place) {
  const tree = outputSchema === undefined ? nothing : schemaTree(place, 'out', outputSchema, outputShared);
  if (outputs.length === 0 && outputSchema === undefined) return empty('The workflow returns nothing.');
  const assembled =
    outputs.length === 0 ? nothing : html`<h3>Where it comes from</h3>${mappings(outputs, 'the output')}`;
  return html`${tree}${assembled}`;
}

function rollbackOf({ compensations, onCompensationFailure, steps }: WorkflowModel, place: Place): Section | undefined {
  const rollsBack = steps.some(({ errorHandling }) => errorHandling.strategy === 'rollback');
  if (compensations.length === 0 && !rollsBack) return undefined;
  const rows = compensations.map(({ step, tool, inputs }) => [
    code(step),
    place.callable(tool),
    mappings(inputs, 'the input'),
  ]);
  const failure =
    onCompensationFailure === 'stop'
      ? 'When one of them fails, the others are not run.'
      : 'When one of them fails, the others are run nevertheless.';
  const body = html`${paragraphs('On a rollback, what undoes the finished steps runs in the reverse order in which they ended.')}${table({ caption: 'What undoes which step', columns: ['Step', 'Undone by', 'Input'], rows })}<p>${text(failure)}</p>`;
  return { id: 'rollback', title: 'Rollback', body };
}
