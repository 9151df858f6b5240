import type { StepModel, WorkflowModel } from '../../../model/workflow.js';
import { originOf } from '../../../model/workflow-reference.js';
import { drawGraph } from '../graph/draw-graph.js';
import { isDrawable, type LayOut } from '../graph/layout.js';
import { pageHref } from '../html/href.js';
import { type Html, html } from '../html/html.js';
import { riskClass, riskOf } from '../parts/risk.js';
import { empty } from '../parts/tables.js';
import type { Place } from '../place.js';
import { counted } from '../words.js';

/** The steps in their order: a step stands to the right of those that it waits for. Every box leads to the step below. */
export function drawSteps(workflow: WorkflowModel, place: Place, layOut: LayOut): Html {
  const { id, name, steps } = workflow;
  const arrows = arrowsOf(steps);
  if (!isDrawable({ boxes: steps.length, arrows: arrows.length })) return empty('Too many steps for a drawing.');
  const svg = drawGraph(
    {
      id: `steps-of-${id}`,
      title: `${name}: ${counted(steps.length, 'step')}`,
      description:
        'Boxes are steps and lead to their descriptions. An arrow leads from a step to one that waits for it.',
      boxes: steps.map((step) => ({
        name: step.id,
        notes: [calleeOf(step), ...notesOf(step)],
        label: 'a step',
        href: pageHref(place.page, place.page, stepAnchor(step)),
        classes: riskClass(riskOf(place.site.tools.get(calleeOf(step)) ?? {})),
      })),
      arrows,
    },
    layOut,
  );
  return html`<p>A step starts when those that lead to it have ended. A dashed arrow is only about the order; the others carry a result.</p>
<div class="canvas" role="region" aria-label="Drawing of the steps" tabindex="0">${svg}</div>
`;
}

export function stepAnchor({ id }: Pick<StepModel, 'id'>): string {
  return `step-${id}`;
}

export function calleeOf({ runs }: Pick<StepModel, 'runs'>): string {
  return 'tool' in runs ? runs.tool : runs.workflow;
}

function notesOf({ conditions, retryPolicy, errorHandling }: StepModel): string[] {
  return [
    ...(conditions.length > 0 ? ['conditional'] : []),
    ...(retryPolicy === undefined ? [] : [`up to ${retryPolicy.max_attempts} attempts`]),
    ...(errorHandling.strategy === 'abort' ? [] : [`on failure: ${errorHandling.strategy}`]),
  ];
}

/** Solid where a result is used, dashed where only the order matters. */
function arrowsOf(steps: readonly StepModel[]) {
  const places = new Map(steps.map(({ id }, index) => [id, index]));
  const owners = new Map(steps.flatMap(({ id, outputs }) => [[id, id], ...outputs.map(({ to }) => [to, id] as const)]));
  return steps.flatMap((step, to) => {
    const used = new Set(originsOf(step).map((origin) => owners.get(origin)));
    return step.after.flatMap((other) => {
      const from = places.get(other);
      if (from === undefined) return [];
      const label = `${step.id} ${used.has(other) ? 'uses the result of' : 'waits for'} ${other}`;
      return [{ from, to, label, isDashed: !used.has(other) }];
    });
  });
}

function originsOf({ inputs, conditions, errorHandling }: StepModel): string[] {
  const mappings = [...inputs, ...(errorHandling.inputs ?? [])];
  const references = [...mappings.map(({ from }) => from), ...conditions.map(({ parameters }) => parameters['from'])];
  return references.flatMap((reference) => (typeof reference === 'string' ? [originOf(reference)] : []));
}
