import { stringLiteral } from '../emit/code/literal.js';

/**
 * The only ways in which a value gets into a template, one for each context: `str` a TypeScript string, `json` a string of
 * JSON (and so of YAML and TOML), `md` plain text in Markdown.
 */
export const templateHelpers: Readonly<Record<'str' | 'json' | 'md', (text: string) => string>> = {
  str: (text) => stringLiteral(text).text,
  json: (text) => JSON.stringify(text),
  md: (text) => text.replaceAll(/\s+/g, ' ').replaceAll(/[\\`*_{}[\]()<>#+!|~&-]/g, '\\$&'),
};
