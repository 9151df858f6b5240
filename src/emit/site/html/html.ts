import { type Context, contextsOf } from './contexts.js';

/**
 * Markup that is known to be well-formed. As with `Code`, a string from a manifest cannot become markup by being pasted: `html`
 * takes no strings, and the constructors of this folder are the only ones that make these values of them.
 */
export class Html {
  /** For this folder only; everything else composes with `html`. */
  constructor(readonly markup: string) {}

  /** What Handlebars puts into a page as it is. */
  toHTML(): string {
    return this.markup;
  }
}

/** The escaped value of an attribute, for double quotes. */
export class Attribute {
  /** For this folder only: see `attribute`. */
  constructor(readonly escaped: string) {}
}

/** The escaped value of an `href` or `src`, whose scheme has been looked at. */
export class Href {
  /** For this folder only: see href.ts. */
  constructor(readonly escaped: string) {}
}

export type Value = Html | Attribute | Href | number | readonly Html[] | undefined;

export const nothing = new Html('');

const known = new WeakMap<TemplateStringsArray, readonly Context[]>();

/**
 * Composes markup from a template written in this repository and values that are safe in their place: `Html` in text, `Attribute`
 * between double quotes, `Href` in `href` and `src`, a number in either. Anything else throws. An absent piece of text is nothing.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let contexts = known.get(parts);
  if (contexts === undefined) {
    contexts = contextsOf(parts);
    known.set(parts, contexts);
  }
  let markup = parts[0] ?? '';
  for (const [index, value] of values.entries()) {
    markup += print(value, contexts[index]) + (parts[index + 1] ?? '');
  }
  return new Html(markup);
}

function print(value: Value, context: Context | undefined): string {
  if (typeof value === 'number') return String(value);
  if (context?.in === 'text') {
    if (value === undefined) return '';
    if (value instanceof Html) return value.markup;
    if (Array.isArray(value)) return value.map((each: Html) => each.markup).join('');
  } else if (context !== undefined) {
    const isLink = context.name === 'href' || context.name === 'src';
    if (isLink ? value instanceof Href : value instanceof Attribute) return (value as Href | Attribute).escaped;
  }
  throw new Error(`a value of the wrong kind stands ${context?.in === 'attribute' ? `in ${context.name}` : 'in text'}`);
}

/** Pieces with something between them. */
export function join(pieces: readonly Html[], separator: Html): Html {
  return new Html(pieces.map(({ markup }) => markup).join(separator.markup));
}
