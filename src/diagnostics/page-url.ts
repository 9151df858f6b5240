import type { DiagnosticCode } from './catalogue.js';

/** Where the pages of docs/diagnostics are published. The only place that says so. */
const published = 'https://github.com/mcpgen/mcpgen/blob/main/docs/diagnostics';

/** Where the page of a code is published. `mcpgen explain` shows the same page without a network. */
export function pageUrl(code: DiagnosticCode): string {
  return `${published}/${code}.md`;
}
