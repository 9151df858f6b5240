import type { ToolModel } from '../../../model/model.js';
import { type Html, html, nothing } from '../html/html.js';
import { attribute, text } from '../html/text.js';
import { riskClass, riskOf } from './risk.js';

/** What a hint is called when it is true, as a filter and as a badge. */
export const hintWords = {
  readOnlyHint: 'read-only',
  destructiveHint: 'destructive',
  idempotentHint: 'idempotent',
  openWorldHint: 'open world',
} as const;

/** Hints that are served as true. */
export function hintsOf({ annotations }: Pick<ToolModel, 'annotations'>): string[] {
  return Object.entries(hintWords).flatMap(([hint, words]) => (annotations?.[hint] === true ? [words] : []));
}

/** What one wants to know of a tool at a glance: risk and hints, and more of it where there is room. */
export function badges(tool: ToolModel, more: readonly string[] = []): Html {
  const risk = riskOf(tool);
  const items = [
    ...(risk === undefined ? [] : [badge(risk === 'none' ? 'no side effects' : `${risk} risk`, riskClass(risk))]),
    ...hintsOf(tool).map((words) => badge(words, words === 'destructive' ? 'is-destructive' : 'is-plain')),
    ...more.map((words) => badge(words, 'is-plain')),
  ];
  return items.length === 0 ? nothing : html`<ul class="badges" aria-label="Properties">${items}</ul>`;
}

/** Badges of something that has neither risk nor hints. */
export function plainBadges(words: readonly string[]): Html {
  if (words.length === 0) return nothing;
  return html`<ul class="badges" aria-label="Properties">${words.map((each) => badge(each, 'is-plain'))}</ul>`;
}

function badge(words: string, kind: string): Html {
  return html`<li class="${attribute(`badge ${kind}`)}">${text(words)}</li>`;
}
