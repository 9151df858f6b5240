/** Where a value stands in a piece of markup: in the text of an element, or in the value of an attribute, by its name. */
export type Context = { readonly in: 'text' } | { readonly in: 'attribute'; readonly name: string };

const text: Context = { in: 'text' };

/**
 * The context of each gap between the parts of a template. Throws where a value has no business: in a tag's name, between
 * attributes, in an attribute without double quotes, or in an element whose content is no text.
 */
export function contextsOf(parts: readonly string[]): Context[] {
  const contexts: Context[] = [];
  let open = '';
  for (const part of parts.slice(0, -1)) {
    open = pending(open + part);
    contexts.push(contextAfter(open));
    // What stands for the value must not end what it stands in.
    open += open.startsWith('<') ? 'x' : '';
  }
  if (pending(open + (parts.at(-1) ?? '')) !== '') throw new Error('markup ends inside a tag');
  return contexts;
}

/** What is left of the markup once all whole tags and texts are gone: nothing, or the beginning of a tag. */
function pending(markup: string): string {
  return markup.replace(/[^<]*(?:<(?:[^"<>]|"[^"]*")*>[^<]*)*/y, '');
}

function contextAfter(open: string): Context {
  if (open === '') return text;
  const name = /^<[a-z][a-z0-9]*(?: [a-zA-Z:-]+(?:="[^"]*")?)* ([a-zA-Z:-]+)="[^"]*$/.exec(open)?.[1];
  if (name === undefined || name.startsWith('on') || name === 'style' || name === 'srcdoc') {
    throw new Error(`no value may stand behind ${open.slice(0, 80)}`);
  }
  return { in: 'attribute', name };
}
