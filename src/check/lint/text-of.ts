import type { Span } from '../../diagnostics/diagnostic.js';

/** What stands in a span, as its author wrote it. */
export function textOf({ file, start, end }: Span): string {
  return file.text.slice(start, end);
}
