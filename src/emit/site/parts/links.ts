import { externalHref } from '../html/href.js';
import { type Html, html } from '../html/html.js';
import { text } from '../html/text.js';

/** A link out of the site; only its text, where the scheme is not one that a reader should follow. */
export function externalLink(url: string, label: Html = text(url)): Html {
  const href = externalHref(url);
  return href === undefined ? label : html`<a class="out" href="${href}" rel="noopener noreferrer">${label}</a>`;
}
