import type { ToolModel } from '../../../model/model.js';
import type { Section } from '../frame.js';
import { type Html, html, join, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { effectTypes, riskChip } from '../parts/risk.js';
import { empty, pairs, table, yesNo } from '../parts/tables.js';

/** `semantics.side_effects`, one row each. */
export function effectsSection({ semantics }: ToolModel): Html {
  if (semantics === undefined) return empty('The contract does not say what a call changes. See the annotations.');
  if (semantics.side_effects.length === 0) return empty('None: a call changes nothing.');
  return table({
    caption: 'Side effects of a call',
    columns: ['Scope', 'Kind', 'Can be undone', 'Risk'],
    rows: semantics.side_effects.map(({ type, scope, reversible, risk_level }) => [
      text(scope),
      html`${text(effectTypes[type])} ${code(type)}`,
      reversible ? text('yes') : html`<strong class="never">no</strong>`,
      riskChip(risk_level),
    ]),
  });
}

/** `semantics.capabilities`; their examples stand with the others. */
export function capabilitiesSection({ semantics }: ToolModel): Section | undefined {
  const { capabilities = [] } = semantics ?? {};
  if (capabilities.length === 0) return undefined;
  const body = table({
    caption: 'What the tool can do',
    columns: ['Capability', 'Confidence', 'Conditions'],
    rows: capabilities.map(({ type, confidence, conditions = [] }) => [
      code(type),
      confidence === undefined ? nothing : html`<span class="number">${confidence}</span>`,
      join(conditions.map(text), html`<br>`),
    ]),
  });
  return { id: 'capabilities', title: 'Capabilities', body };
}

const hints = [
  ['readOnlyHint', 'Read-only', 'A call changes nothing.', 'A call may change something.'],
  ['destructiveHint', 'Destructive', 'A call may do what cannot be undone.', 'Whatever a call does can be undone.'],
  ['idempotentHint', 'Idempotent', 'A second equal call has no further effect.', 'A second equal call has an effect.'],
  ['openWorldHint', 'Open world', 'Deals with things outside of the server.', 'Stays within the server’s own world.'],
] as const;

/** The annotations as they are served, and where they come from. */
export function annotationsSection({ annotations = {}, semantics }: ToolModel): Html {
  const rows = hints.map(([hint, label, yes, no]) => {
    const value = annotations[hint];
    const meaning = value === true ? yes : value === false ? no : 'Not said.';
    return [
      html`${text(label)} ${code(hint)}`,
      value === undefined ? text('–') : code(JSON.stringify(value)),
      text(meaning),
    ];
  });
  const title = annotations['title'];
  const origin =
    semantics === undefined
      ? 'Written by the author; without side effects there is nothing to hold them against.'
      : 'Derived from the side effects; where the author wrote a more cautious value, that one.';
  return html`<p>${text(origin)}</p>
${table({ caption: 'Annotations as served', columns: ['Hint', 'Value', 'Meaning'], rows })}${pairs([
  ['Title', typeof title === 'string' ? text(title) : undefined],
  ['Deterministic', yesNo(semantics?.deterministic)],
])}`;
}
