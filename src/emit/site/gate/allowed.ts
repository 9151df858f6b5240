/** Attributes that any element may have. */
const everywhere =
  'aria-describedby aria-hidden aria-label aria-labelledby aria-live class dir hidden id role tabindex';

const attributes = (names = ''): ReadonlySet<string> => new Set(`${everywhere} ${names}`.trim().split(' '));

const plain = attributes();

/** Every element that a page may have, with its attributes. There is no other way to run something than `script`. */
export const allowedElements: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...'article b blockquote body br caption code dd details div dl dt figcaption figure footer form h1 h2 h3 head header i kbd li main nav'
    .split(' ')
    .map((name) => [name, plain] as const),
  ...'ol p pre section small span strong summary table tbody td thead title tr ul'
    .split(' ')
    .map((name) => [name, plain] as const),
  ['a', attributes('aria-current aria-keyshortcuts data-box href rel')],
  ['button', attributes('type')],
  ['html', attributes('lang')],
  ['img', attributes('alt height src width')],
  ['input', attributes('aria-keyshortcuts autocomplete placeholder spellcheck type')],
  ['label', attributes('for')],
  ['link', attributes('href rel')],
  ['meta', attributes('charset content http-equiv name')],
  ['option', attributes('value')],
  ['script', attributes('defer src')],
  ['select', attributes('data-filter')],
  ['th', attributes('scope')],
  ['circle', attributes('cx cy r')],
  ['desc', plain],
  ['g', attributes('data-from data-to')],
  ['path', attributes('d')],
  ['rect', attributes('height rx width x y')],
  ['svg', attributes('height viewBox width')],
  ['text', attributes('x y')],
]);

export const voidElements = new Set(['br', 'circle', 'img', 'input', 'link', 'meta', 'path', 'rect']);

/** Before one of these, a browser ends an open paragraph by itself, and the page is another one than it seems. */
export const blocks = new Set(
  'article blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 header li main nav ol p pre section table ul'.split(
    ' ',
  ),
);
