/** A regular expression on names as far as TypeScript can say it: the texts between which anything may stand. */
export type KeyTemplate = readonly string[];

const anything = '\u0000';

/**
 * `^x-` is `['x-', '']`, `_at$` is `['', '_at']`, `id` is `['', 'id', '']`, `^id$` is `['id']`, and `.*` is `['', '']`.
 * Undefined for all that such a template cannot say exactly. That `.` takes no line end is overlooked: no one names a member so.
 */
export function keyTemplate(source: string): KeyTemplate | undefined {
  if (source.includes(anything)) return undefined;
  let body = source.replace(/^\^\(([^()|]*)\)\$$/u, '^$1$$');
  const startsAnywhere = !body.startsWith('^');
  if (!startsAnywhere) body = body.slice(1);
  const endsAnywhere = !/(?:^|[^\\])\$$/u.test(body);
  // What may be absent at an open end says nothing.
  body = endsAnywhere ? body.replace(/(?<!\\)\w[*?]$/u, '') : body.slice(0, -1);
  const text = literalText(body);
  if (text === undefined) return undefined;
  const whole = `${startsAnywhere ? anything : ''}${text}${endsAnywhere ? anything : ''}`;
  return whole.replaceAll(/\u0000+/gu, anything).split(anything);
}

/** The text that a pattern without operators stands for, with a mark for each `.*`. */
function literalText(body: string): string | undefined {
  let text = '';
  for (const [token] of body.matchAll(/\.\*|\\[^a-zA-Z0-9]|[\s\S]/gu)) {
    if (token === '.*') text += anything;
    else if (token.length > 1 && token.startsWith('\\')) text += token.slice(1);
    else if (/[\\^$.*+?()[\]{}|]/u.test(token)) return undefined;
    else text += token;
  }
  return text;
}
