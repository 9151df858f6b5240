import type { SideEffect } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';
import { RISK_LEVELS, riskOf as riskOfEffects } from '../../../runtime/effects.js';
import { type Html, html } from '../html/html.js';
import { attribute, text } from '../html/text.js';

export type Risk = SideEffect['risk_level'] | 'none';

/** The worst of a tool's effects; `none` when it says that there are none, undefined when it says nothing. */
export function riskOf({ semantics }: Pick<ToolModel, 'semantics'>): Risk | undefined {
  return semantics && riskOfEffects(semantics.side_effects);
}

/** From 0, for tools of which nothing is known, upwards. */
export function severityOf(tool: Pick<ToolModel, 'semantics'>): number {
  const risk = riskOf(tool);
  if (risk === undefined) return 0;
  return risk === 'none' ? 1 : 2 + RISK_LEVELS.indexOf(risk);
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
