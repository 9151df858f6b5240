import { type Attribute, type Html, html } from '../html/html.js';
import { attribute, text } from '../html/text.js';

export interface Table {
  /** What the table holds, for those who do not see it. */
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly Html[])[];
  readonly isWide?: boolean;
}

/** A table in a box of its own, which can be scrolled where the table is wider than the page. */
export function table({ caption, columns, rows, isWide }: Table): Html {
  const kind: Attribute = attribute(isWide === true ? 'scroll is-wide' : 'scroll');
  return html`<div class="${kind}" role="region" aria-label="${attribute(caption)}" tabindex="0"><table>
<caption class="quiet">${text(caption)}</caption>
<thead><tr>${columns.map((name) => html`<th scope="col">${text(name)}</th>`)}</tr></thead>
<tbody>
${rows.map(row)}</tbody>
</table></div>
`;
}

function row([first, ...rest]: readonly Html[]): Html {
  return html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}

/** Names and what stands for them, one below the other. */
export function pairs(entries: readonly (readonly [string, Html | undefined])[]): Html {
  const items = entries.flatMap(([name, value]) =>
    value === undefined ? [] : [html`<div><dt>${text(name)}</dt><dd>${value}</dd></div>`],
  );
  return html`<dl class="pairs">${items}</dl>
`;
}

/** Words for what is not there. */
export function empty(words: string): Html {
  return html`<p class="empty">${text(words)}</p>
`;
}

export function yesNo(value: boolean | undefined): Html | undefined {
  return value === undefined ? undefined : text(value ? 'yes' : 'no');
}
