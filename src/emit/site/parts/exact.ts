import { type Html, html } from '../html/html.js';
import { text } from '../html/text.js';

/** A description word for word, since it is what somebody decides by. */
export function exactly(description: string | undefined, readers: 'models' | 'clients'): Html {
  const words =
    description === undefined
      ? html`<p class="empty">There is none.</p>`
      : html`<blockquote dir="auto">${text(description)}</blockquote>`;
  return html`<figure class="exact"><figcaption>Description, exactly as ${text(readers)} read it</figcaption>
${words}</figure>
`;
}
