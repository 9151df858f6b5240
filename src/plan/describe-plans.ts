import { styles } from '../diagnostics/reporters/style.js';
import { visible } from '../diagnostics/reporters/visible.js';
import type { ResultMapping } from '../runtime/discovery.js';
import type { Plan, PlanEffect, PlanOptions, PlanStep, Plans } from '../runtime/plan.js';

/** Pipelines as people read them: each with its risk and latency, where each step's input comes from, and what it changes. */
export function describePlans({ plans, complete }: Plans, wanted: PlanOptions, colour: boolean): string {
  const { paint } = styles(colour);
  const ends = `${wanted.from === undefined ? '' : `from ${visible(wanted.from)} `}to ${visible(wanted.to)}`;
  const more = complete ? [] : ['', 'The search was given up here: there may be more, none of them better.'];
  if (plans.length === 0) return [`No pipeline leads ${ends}${boundsOf(wanted)}.`, ...more, ''].join('\n');
  const count = plans.length === 1 ? '1 pipeline leads' : `${plans.length} pipelines lead`;
  const order = plans.length === 1 ? '' : ', the best first';
  const blocks = plans.map((plan, index) => {
    const [title, ...details] = describe(plan);
    const label = `${index + 1}. `;
    const rest = details.map((line) => `\n${' '.repeat(label.length)}${line}`).join('');
    return `\n${label}${paint('bold', title ?? '')}${rest}`;
  });
  return [`${count} ${ends}${order}:`, ...blocks, ...more, ''].join('\n');
}

function boundsOf({ max_steps, max_risk }: PlanOptions): string {
  const steps = max_steps === undefined ? '' : ` in ${max_steps === 1 ? 'one step' : `${max_steps} steps or less`}`;
  return steps + (max_risk === undefined ? '' : ` with a risk of ${max_risk}${max_risk === 'none' ? '' : ' or less'}`);
}

function describe(plan: Plan): readonly string[] {
  if (plan.steps.length === 0) return ['nothing to do: what is wanted is at hand'];
  return [
    plan.steps.map(({ tool }) => visible(tool)).join(' → '),
    `risk ${plan.risk}, ${latencyOf(plan)}`,
    ...aligned(plan.steps.map((step) => [step.tool, inputOf(step)])),
    ...aligned(plan.effects.map((effect) => [effect.tool, effectOf(effect)])),
  ];
}

function latencyOf({ latency_p50_ms, unknown_latencies, steps }: Plan): string {
  if (unknown_latencies === steps.length) return 'latency unknown';
  const unknown = unknown_latencies === 0 ? '' : ` and ${unknown_latencies} unknown`;
  return `${latency_p50_ms} ms${unknown}`;
}

function inputOf({ mapping, needs }: PlanStep): string {
  if (needs !== undefined) return `needs ${needs.map(visible).join(', ')}`;
  if (mapping === undefined) return '';
  return `takes ${mapping.map(partOf).join(', ')}`;
}

function partOf({ from, to, value, default: otherwise }: ResultMapping): string {
  const place = to === '' ? 'the input' : to;
  if (from === undefined) return visible(`${place} is ${JSON.stringify(value)}`);
  const source = from === '' ? 'the whole result' : from;
  return visible(`${place} from ${source}${otherwise === undefined ? '' : ` or ${JSON.stringify(otherwise)}`}`);
}

function effectOf({ type, scope, reversible, risk_level }: PlanEffect): string {
  return visible(`effect: ${type} of ${scope}, ${reversible ? 'reversible' : 'not reversible'}, risk ${risk_level}`);
}

/** Lines of two columns; those that say nothing in the second are left out. */
function aligned(rows: readonly (readonly [name: string, text: string])[]): readonly string[] {
  const shown = rows.filter(([, text]) => text !== '').map(([name, text]) => [visible(name), text] as const);
  const width = Math.max(0, ...shown.map(([name]) => name.length));
  return shown.map(([name, text]) => `${name.padEnd(width)}  ${text}`);
}
