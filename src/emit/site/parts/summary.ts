import type { ToolModel } from '../../../model/model.js';

/** So many characters of a description stand in a list. */
const longestSummary = 220;

/** One line about a tool, for lists; undefined when its author has written nothing. */
export function summaryOf({ documentation, description }: Pick<ToolModel, 'documentation' | 'description'>) {
  return documentation?.summary ?? (description === undefined ? undefined : clip(description));
}

/** The beginning of a text as one line, cut between words. */
export function clip(value: string): string {
  const line = value
    .slice(0, 2 * longestSummary)
    .replaceAll(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  if (characters.length <= longestSummary) return line;
  const cut = characters.slice(0, longestSummary).join('');
  const space = cut.lastIndexOf(' ');
  const words = space > longestSummary / 2 ? cut.slice(0, space) : cut;
  return `${words.replace(/[.,;:]$/, '')}…`;
}
