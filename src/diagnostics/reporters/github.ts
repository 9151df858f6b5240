import type { FileReport } from '../../write/write-report.js';
import type { Diagnostic, Severity, Span } from '../diagnostic.js';
import { pageUrl } from '../page-url.js';
import { githubData, githubProperty } from './github-escape.js';
import { filesInOrder, inOrder } from './order.js';
import { pathFrom, rangeOf, trimmed } from './range.js';
import type { Report } from './report.js';

export interface GithubOptions {
  /** From the current folder, in a workflow the repository's root, to the project's root, with `/`. */
  readonly folder: string;
}

/** Workflow commands, which a run shows as annotations of the files; also for files that are not as they should be. */
export function githubReport(report: Report, { folder }: GithubOptions): string {
  const findings = inOrder(report.diagnostics).map((each) => finding(each, folder));
  const files = filesInOrder(report.files).flatMap((each) => {
    const problem = FILE_PROBLEMS.get(each.status);
    if (problem === undefined || isToldAlready(each, report.diagnostics)) return [];
    return [command('error', { file: pathFrom(folder, each.path), title: 'mcpgen' }, `${each.path} ${problem}`)];
  });
  return [...findings, ...files].join('');
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

const FILE_PROBLEMS: ReadonlyMap<FileReport['status'], string> = new Map([
  ['stale', 'is not what the manifests say: run `mcpgen build` and commit the result'],
  ['missing', 'is missing: run `mcpgen build` and commit the result'],
  ['extra', 'is not part of the output: run `mcpgen build` and commit the result'],
  ['edited', 'was edited by hand: move the change to a manifest or a handler'],
]);

function isToldAlready({ path }: FileReport, diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.code.startsWith('output/') && each.message.includes(path));
}

function finding({ code, severity, message, span, related, help }: Diagnostic, folder: string): string {
  const text = [
    oneLine(message),
    ...related.map((each) => `${placeOf(each.span, folder)}: ${oneLine(each.message)}`),
    ...(help === undefined ? [] : [`help: ${oneLine(help)}`]),
    `more: ${pageUrl(code)}`,
  ].join('\n');
  return command(COMMANDS[severity], { ...(span === undefined ? {} : location(span, folder)), title: code }, text);
}

/** Line feeds inside a message become visible, so that no line of ours can be forged. */
function oneLine(text: string): string {
  return text.replaceAll('\n', '\\n');
}

function location(span: Span, folder: string): Readonly<Record<string, string | number>> {
  const { start, end } = rangeOf(trimmed(span));
  const file = pathFrom(folder, span.file.path);
  // GitHub takes columns only for a place within one line.
  if (start.line !== end.line) return { file, line: start.line, endLine: end.line };
  return { file, line: start.line, endLine: end.line, col: start.column, endColumn: end.column };
}

function placeOf({ file, start }: Span, folder: string): string {
  const { line, column } = file.positionAt(start);
  return `${oneLine(pathFrom(folder, file.path))}:${line}:${column}`;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, text: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${githubProperty(oneLine(String(value)))}`);
  return `::${name} ${list.join(',')}::${githubData(text)}\n`;
}
