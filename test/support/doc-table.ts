import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * Holds a table of a page below docs/ to what was measured. It stands between two comments with its name.
 * `UPDATE_DOCS=1` writes it; without, a table that is not up to date fails.
 */
export function expectTable(page: string, name: string, table: string): void {
  const path = new URL(`../../docs/${page}`, import.meta.url);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const [start, end] = [`<!-- ${name}: made by tests, UPDATE_DOCS=1 writes it -->\n`, `\n<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/${page} has no place for the table ${name}`);
  const written = text.slice(from + start.length, to);
  if (process.env['UPDATE_DOCS'] === '1') {
    writeFileSync(path, text.slice(0, from + start.length) + table + text.slice(to));
  } else expect(written, `the table ${name} of docs/${page}: run the test with UPDATE_DOCS=1`).toBe(table);
}
