import type { Rendered } from '../../../src/cli/report.js';
import type { DiagnosticCode } from '../../../src/diagnostics/catalogue.js';
import { pageUrl } from '../../../src/diagnostics/page-url.js';
import { readOwnPackage } from '../../../src/host/package-assets.js';

/** A command as somebody sees it at a terminal, and how it ended. */
export function transcript(argv: readonly string[], { stdout, stderr }: Rendered, exitCode: number | null): string {
  const data = stdout === '' ? '' : `--- stdout\n${stdout}`;
  return scrub(`$ mcpgen ${argv.join(' ')}\n${stderr}${data}--- exit ${exitCode}\n`);
}

/**
 * A text without what changes for reasons of its own: the compiler's version, digests, and the runtime modules that a
 * build copies (they have tests of their own), with what counts or lists them.
 */
export function scrub(text: string): string {
  return text
    .replaceAll(readOwnPackage().version, '<version>')
    .replace(/sha256-[A-Za-z0-9+/]+=*/g, 'sha256-<digest>')
    .replace(/\d+ unchanged$/gm, '<n> unchanged')
    .replace(/^(--- \S*mcpgen\.lock\n\+\+\+ .*\n)(?:[-+ @\\](?!-- ).*\n)*/gm, '$1<diff>\n');
}

interface JsonReport {
  readonly diagnostics: readonly { readonly code: DiagnosticCode; readonly url?: string }[];
  readonly files: readonly { readonly path: string; readonly diff?: string }[];
}

/** `report.json` in the same sense, and without the addresses of pages, which follow from the codes. */
export function scrubReport(text: string): string {
  const report = JSON.parse(text) as JsonReport;
  const diagnostics = report.diagnostics.map(({ url, ...finding }) => {
    if (url !== pageUrl(finding.code)) throw new Error(`${finding.code} has the page ${url}`);
    return finding;
  });
  const files = report.files
    .filter(({ path }) => !path.includes('/runtime/'))
    .map((file) => (file.path.endsWith('mcpgen.lock') && file.diff !== undefined ? { ...file, diff: '<diff>' } : file));
  return scrub(`${JSON.stringify({ ...report, diagnostics, files }, undefined, 2)}\n`);
}
