import { readFileSync } from 'node:fs';
import type { DiagnosticCode } from '../diagnostics/catalogue.js';

/** The page of a diagnostic: `docs/diagnostics/<code>.md` of this package. */
export interface DiagnosticPage {
  /** The sentence below the heading. */
  readonly title: string;
  /** All of the page. */
  readonly markdown: string;
}

/** Reads a page. Every code has one (a test sees to it), so its absence is a damaged installation, and throws. */
export function readPage(code: DiagnosticCode): DiagnosticPage {
  const url = new URL(`../../docs/diagnostics/${code}.md`, import.meta.url);
  const markdown = readFileSync(url, 'utf8').replaceAll('\r\n', '\n');
  return { title: titleOf(markdown), markdown };
}

function titleOf(markdown: string): string {
  const [, paragraph = ''] = markdown.split('\n\n');
  return paragraph.replaceAll('\n', ' ').trim();
}
