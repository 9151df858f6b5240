import type { JsonPath } from '../json.js';

const forms: Readonly<Record<string, string>> = {
  name: '1 to 128 letters, digits, `_`, `-` and `.`, with a letter, a digit or `_` first',
  src: 'an `https:` URL or a `data:` URI',
  sizes: '`any`, or width and height such as `48x48`',
  websiteUrl: 'an `https:` URL',
  main: 'a file that ends in `.ts`',
};

/** What the pattern at a place asks for, in words. A pattern of our formats that has none here is a bug that tests find. */
export function formOf(path: JsonPath): string {
  const field = String(path.findLast((step) => typeof step === 'string'));
  const form = forms[field];
  if (form === undefined) throw new Error(`no words for the pattern of ${field}`);
  return form;
}

/** A tool name made of what somebody wrote: `create ticket` becomes `create_ticket`. Undefined when nothing is left. */
export function nameLike(text: string): string | undefined {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
  const name = plain
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^[-.]+/, '')
    .slice(0, 64);
  return /[A-Za-z0-9]/.test(name) ? name : undefined;
}
