import type { SideEffect } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';
import { type Html, html } from '../html/html.js';
import { attribute, text } from '../html/text.js';

export const riskLevels = ['low', 'medium', 'high', 'critical'] as const;

/** The worst of a tool's effects; `none` when it says that there are none, undefined when it says nothing. */
export type Risk = SideEffect['risk_level'] | 'none';

export function riskOf({ semantics }: Pick<ToolModel, 'semantics'>): Risk | undefined {
  if (semantics === undefined) return undefined;
  const levels = new Set(semantics.side_effects.map((effect) => effect.risk_level));
  return [...riskLevels].reverse().find((level) => levels.has(level)) ?? 'none';
}

/** From 0, for tools of which nothing is known, upwards. */
export function severityOf(tool: Pick<ToolModel, 'semantics'>): number {
  const risk = riskOf(tool);
  if (risk === undefined) return 0;
  return risk === 'none' ? 1 : 2 + riskLevels.indexOf(risk);
}

/** The class that gives something the colour of a risk. */
export function riskClass(risk: Risk | undefined): string {
  return `risk-${risk ?? 'unknown'}`;
}

/** The level in words, with its colour beside it. */
export function riskChip(risk: SideEffect['risk_level']): Html {
  return html`<span class="${attribute(`chip ${riskClass(risk)}`)}">${text(risk)}</span>`;
}

/** What kinds of effects are called on pages, in the order of their columns. */
export const effectTypes = {
  data_modification: 'Data',
  external_api: 'External API',
  file_system: 'Files',
  network: 'Network',
  user_interaction: 'User',
} as const satisfies Record<SideEffect['type'], string>;
