import type { FileReport } from '../../write/write-report.js';
import { filesInOrder } from './order.js';
import type { PrettyOptions } from './pretty.js';
import { pathFrom } from './range.js';
import { type Style, styles } from './style.js';
import { visible, visibleLines } from './visible.js';

/** A first build makes hundreds of files; the rest is counted. */
const MOST = 20;

/** What happened to files, a line each, and a count: "2 created, 1 updated, 40 unchanged". Empty without files. */
export function prettyFiles(files: readonly FileReport[], { colour, folder }: PrettyOptions): string {
  if (files.length === 0) return '';
  const { paint } = styles(colour);
  const notable = filesInOrder(files).filter((each) => each.status !== 'unchanged');
  const lines = notable
    .slice(0, MOST)
    .map(
      ({ status, path }) => `${paint(COLOURS[status] ?? 'dim', status.padEnd(9))} ${visible(pathFrom(folder, path))}`,
    );
  const more = notable.length - lines.length;
  const counts = STATUSES.map((status) => [status, files.filter((each) => each.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  return `${[...lines, ...(more > 0 ? [`and ${more} more`] : []), counts.join(', ')].join('\n')}\n`;
}

/** The unified diffs, as they are but for characters that a terminal must not get. */
export function prettyDiffs(files: readonly FileReport[], { colour }: Pick<PrettyOptions, 'colour'>): string {
  const { paint } = styles(colour);
  return filesInOrder(files)
    .filter((each) => each.diff !== undefined && each.diff !== '')
    .map((each) => {
      const diff = visibleLines(each.diff ?? '');
      const text = diff.endsWith('\n') ? diff : `${diff}\n`;
      return colour ? text.replace(/^[^ \n].*$/gm, (line) => paint(lineColour(line), line)) : text;
    })
    .join('');
}

const STATUSES = [
  'created',
  'updated',
  'removed',
  'stale',
  'missing',
  'extra',
  'edited',
  'kept',
  'unchanged',
] as const satisfies readonly FileReport['status'][];

const COLOURS: Partial<Readonly<Record<FileReport['status'], Style>>> = {
  created: 'green',
  updated: 'cyan',
  removed: 'yellow',
  stale: 'red',
  missing: 'red',
  extra: 'red',
  edited: 'red',
};

function lineColour(line: string): Style {
  if (line.startsWith('@@')) return 'cyan';
  if (line.startsWith('+++') || line.startsWith('---')) return 'bold';
  if (line.startsWith('+')) return 'green';
  return line.startsWith('-') ? 'red' : 'bold';
}
