import type { JsonValue } from '../../../json.js';
import type { Condition, ErrorHandling, RetryPolicy } from '../../../manifest/manifest.generated.js';
import type { StepModel, WorkflowModel } from '../../../model/workflow.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { inlineJson } from '../html/json-code.js';
import { attribute, code, text } from '../html/text.js';
import { mappings } from '../parts/mappings.js';
import { pairs } from '../parts/tables.js';
import type { Place } from '../place.js';
import { grouped } from '../words.js';
import { calleeOf, stepAnchor } from './workflow-diagram.js';

/** One step with all that is declared of it. */
export function renderStep(step: StepModel, index: number, workflow: WorkflowModel, place: Place): Html {
  const { id, inputs, outputs, after, conditions, retryPolicy, errorHandling, timeoutMs } = step;
  const undone = workflow.compensations.filter((each) => each.step === id);
  const facts = pairs([
    [
      'Waits for',
      after.length === 0
        ? undefined
        : join(
            after.map((name) => stepLink(name, place)),
            text(', '),
          ),
    ],
    ['Input', inputs.length === 0 ? undefined : mappings(inputs, 'the input')],
    ['Names', outputs.length === 0 ? undefined : mappings(outputs, 'the result')],
    ['Only if', conditions.length === 0 ? undefined : html`<ul class="plain">${conditions.map(renderCondition)}</ul>`],
    ['Retries', retryPolicy === undefined ? undefined : text(retryWords(retryPolicy))],
    ['Timeout', timeoutMs === undefined ? undefined : text(`${grouped(timeoutMs)} ms an attempt`)],
    ['On failure', failure(errorHandling, place)],
    [
      'Undone by',
      undone.length === 0
        ? undefined
        : join(
            undone.map(({ tool }) => place.callable(tool)),
            text(', '),
          ),
    ],
  ]);
  return html`<li class="step" id="${attribute(stepAnchor(step))}"><span class="ordinal" aria-hidden="true">${index + 1}</span>
<h3>${code(id)} <span class="calls">runs ${place.callable(calleeOf(step))}</span></h3>
${facts}</li>
`;
}

function stepLink(id: string, place: Place): Html {
  return html`<a class="ref" href="${place.to(place.page, stepAnchor({ id }))}">${code(id)}</a>`;
}

const askers: Readonly<Record<Condition['type'], string>> = {
  value_based: 'a value of the workflow',
  time_based: 'the clock',
  location_based: 'where the caller is',
  user_presence: 'whether somebody is there',
  approval_required: 'a person’s approval',
};

function renderCondition({ type, parameters }: Condition): Html {
  return html`<li>${text(askers[type])} ${code(type)} ${inlineJson(parameters as JsonValue)}</li>`;
}

function retryWords({
  max_attempts,
  backoff_strategy,
  initial_delay_ms,
  max_delay_ms,
  retry_on,
}: Required<RetryPolicy>) {
  const pauses = `${backoff_strategy} pauses from ${grouped(initial_delay_ms)} to ${grouped(max_delay_ms)} ms`;
  return `up to ${max_attempts} attempts, ${pauses}, after ${retry_on.join(', ')}`;
}

const strategies: Readonly<Record<ErrorHandling['strategy'], string>> = {
  abort: 'the workflow fails',
  skip: 'it goes on without this step, and without those that need its result',
  fallback: 'another tool stands in:',
  rollback: 'what undoes the finished steps runs, then the workflow fails',
};

function failure({ strategy, tool, inputs = [] }: ErrorHandling, place: Place): Html {
  const standIn = tool === undefined ? nothing : html` ${place.callable(tool)}`;
  return html`${code(strategy)} ${text(strategies[strategy])}${standIn}${mappings(inputs, 'the input')}`;
}
