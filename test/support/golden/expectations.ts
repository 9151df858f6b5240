import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';

/** With `UPDATE_GOLDEN=1` expectations are written instead of compared; the diff of the commit is then the review. */
const isUpdating = process.env['UPDATE_GOLDEN'] === '1';

/** Compares a text with the file that holds what was expected. */
export function expectFile(path: string, actual: string): void {
  if (isUpdating) write(path, actual);
  else expect(actual).toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

/** Compares a whole tree of texts with the folder that holds what was expected. */
export function expectTree(folder: string, expected: ReadonlyMap<string, string>, actual: ReadonlyMap<string, string>) {
  if (!isUpdating) {
    expect([...actual.keys()]).toEqual([...expected.keys()]);
    expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(expected));
    return;
  }
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of actual) write(`${folder}/${path}`, text);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
