import { loadVendored } from '../vendored/load.js';

/** Beyond these a diff helps nobody, and takes seconds to make. */
const maxBytes = 1_000_000;
const maxEdits = 2_000;
const timeout = 2_000;

/**
 * A unified diff from what is on disk to what belongs there, with `a/` and `b/` before the path and no times; undefined
 * stands for no file (`/dev/null`). Empty when both are the same text but for line ends. What is too large, too
 * different or not text is named in one line that begins with `\`, which `patch` skips.
 */
export function unifiedDiff(path: string, before: string | undefined, after: string | undefined): string {
  const [from, to] = [(before ?? '').replaceAll('\r\n', '\n'), (after ?? '').replaceAll('\r\n', '\n')];
  if (from === to && (before === undefined) === (after === undefined)) return '';
  const names = [
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
  ] as const;
  if (from.includes('\0') || to.includes('\0')) return headerOnly(names, 'not shown: not a text file');
  if (from.length + to.length > maxBytes) return headerOnly(names, sizes(from, to));
  const made = diffLibrary().createTwoFilesPatch(...names, from, to, undefined, undefined, {
    context: 3,
    // The bound on edits decides, the same on every machine; the time is a backstop. One side alone is no search.
    maxEditLength: from === '' || to === '' ? Number.POSITIVE_INFINITY : maxEdits,
    timeout,
    headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
  });
  return made ?? headerOnly(names, sizes(from, to));
}

function headerOnly([from, to]: readonly [string, string], reason: string): string {
  return `--- ${from}\n+++ ${to}\n\\ ${reason}\n`;
}

function sizes(from: string, to: string): string {
  return `not shown: too large (${lineCount(from)} lines before, ${lineCount(to)} after)`;
}

function lineCount(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** Loaded when a diff is wanted: a build with nothing to show starts without it. */
function diffLibrary(): typeof import('diff') {
  return loadVendored('diff.cjs');
}
