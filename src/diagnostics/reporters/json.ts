import type { Diagnostic, Span } from '../diagnostic.js';
import { pageUrl } from '../page-url.js';
import { jsonText } from './json-text.js';
import { filesInOrder, inOrder } from './order.js';
import { rangeOf } from './range.js';
import type { Report } from './report.js';

/** The object of product.md, section 2. Paths are relative to the project's root. */
export function jsonReport(report: Report): string {
  return jsonText({
    diagnostics: inOrder(report.diagnostics).map(finding),
    files: filesInOrder(report.files).map(({ path, status, diff }) => ({
      path,
      status,
      ...(diff === undefined ? {} : { diff }),
    })),
  });
}

function finding({ code, severity, message, span, related, help }: Diagnostic): object {
  return {
    code,
    severity,
    message,
    ...(span === undefined ? {} : place(span)),
    ...(related.length === 0
      ? {}
      : { related: related.map((each) => ({ message: each.message, ...place(each.span) })) }),
    ...(help === undefined ? {} : { help }),
    url: pageUrl(code),
  };
}

function place(span: Span): object {
  return { file: span.file.path, range: rangeOf(span) };
}
