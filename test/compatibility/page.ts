import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The page shows what happened here. UPDATE_DOCS=1 writes it. */
export function hold(name: string, table: string): void {
  const page = new URL('../../docs/compatibility.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  const [begin, end] = [`<!-- ${name} -->\n`, `<!-- /${name} -->`];
  const [before = '', rest = ''] = text.split(begin);
  const updated = `${before}${begin}${table}\n${end}${rest.split(end)[1] ?? ''}`;
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(page, updated);
  expect(readFileSync(page, 'utf8')).toBe(updated);
}
