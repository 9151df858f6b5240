import { neededScopes } from '../../../model/authorization.js';
import type { Model } from '../../../model/model.js';
import type { Section } from '../frame.js';
import { html, nothing } from '../html/html.js';
import { code, text } from '../html/text.js';
import { pages } from '../paths.js';
import type { Place } from '../place.js';
import { empty, table } from './tables.js';

interface Scoped {
  readonly scopes?: readonly string[];
}

/** All scopes that a caller needs for something, those of every request included. */
export function allScopesOf({ scopes }: Scoped, { authorization }: Pick<Model, 'authorization'>): readonly string[] {
  return neededScopes(scopes, authorization) ?? authorization?.required ?? [];
}

/** What a caller over HTTP has to be allowed to do; nothing where nobody is asked who they are. */
export function scopesSection(scoped: Scoped, place: Place): Section | undefined {
  const { authorization } = place.site.model;
  if (authorization === undefined) return undefined;
  const descriptions = new Map(authorization.scopes.map(({ name, description }) => [name, description]));
  const needed = allScopesOf(scoped, place.site.model);
  const rows = needed.map((name) => [
    html`<a class="ref" href="${place.toTools({ scope: name })}">${code(name)}</a>`,
    text(authorization.required.includes(name) ? 'every request' : 'this one'),
    text(descriptions.get(name) ?? ''),
  ]);
  const list =
    rows.length === 0
      ? empty('None: a token of the server is enough.')
      : table({ caption: 'Scopes that a caller needs', columns: ['Scope', 'Needed by', 'Allows'], rows });
  const more = html`<p class="how">Callers over HTTP are held to it; on stdio nobody is asked. <a href="${place.to(pages.contract, 'authorization')}">Who may call the server</a></p>`;
  return { id: 'scopes', title: 'Scopes', body: html`${list}${rows.length === 0 ? nothing : more}` };
}
