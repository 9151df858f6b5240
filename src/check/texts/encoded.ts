/** Runs that may be text in another form: base64, and escapes of URLs and of strings. */
const base64 = /(?<![\w+/%.-])[A-Za-z0-9+/]{40,}={0,2}(?![\w+/])/gu;
const escapes = /(?:%[0-9a-f]{2}){16,}|(?:\\x[0-9a-f]{2}){8,}|(?:\\u00[0-9a-f]{2}){8,}|(?:&#x?[0-9a-f]{2,4};){8,}/iu;

/** The part of a text that says something in a form that people do not read; undefined when there is none. */
export function hidesText(text: string): string | undefined {
  const escaped = escapes.exec(text);
  if (escaped !== null) return escaped[0];
  for (const [run] of text.matchAll(base64)) {
    const decoded = Buffer.from(run, 'base64').toString('latin1');
    // A long word decodes to noise, and so does a hash; words decode to words.
    if (/^[\t\n\r -~]+$/.test(decoded) && /[a-z]{2,} [a-z]{2,}/i.test(decoded)) return run;
  }
  return undefined;
}
