import type { TextEdit } from '../../diagnostics/diagnostic.js';
import type { SubschemaView } from './schema-view.js';
import { textOf } from './text-of.js';

/**
 * Takes one member out of a schema, with its line or its comma. Undefined where that is not certain to leave the rest as it is:
 * beside comments, anchors and tags, as the first key of a list item, or where nothing would be left.
 */
export function removeMember({ schema, locate }: SubschemaView, name: string): TextEdit | undefined {
  const key = locate([name], 'key');
  const value = locate([name]);
  const { file } = key;
  const { text } = file;
  const isPlain =
    textOf(key).replaceAll(/^["']|["']$/g, '') === name && /^\s*:[ \t]*$/.test(text.slice(key.end, value.start));
  if (!isPlain || Object.keys(schema).length < 2) return undefined;
  const rangeOf = textOf(locate()).startsWith('{') ? commaRange : lineRange;
  const [start, end] = rangeOf(text, key.start, value.end) ?? [0, 0];
  if (start === end || text.slice(start, key.start).includes('#') || text.slice(value.end, end).includes('#')) {
    return undefined;
  }
  return { span: { file, start, end }, replacement: '' };
}

/** Inside braces, with the comma after it or else the one before it. */
function commaRange(text: string, start: number, end: number): [number, number] | undefined {
  const after = /^\s*,\s*/.exec(text.slice(end, end + 500));
  const before = /[{,]\s*$/.exec(text.slice(Math.max(0, start - 500), start));
  if (before === null) return undefined;
  if (after !== null) return [start, end + after[0].length];
  return before[0].startsWith(',') ? [start - before[0].length, end] : undefined;
}

/** In a block, lines that hold nothing else. */
function lineRange(text: string, start: number, end: number): [number, number] | undefined {
  const first = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const last = next < 0 ? text.length : next + 1;
  return text.slice(first, start).trim() === '' && text.slice(end, last).trim() === '' ? [first, last] : undefined;
}
