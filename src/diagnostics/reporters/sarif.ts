import { createHash } from 'node:crypto';
import type { Location, Log, PhysicalLocation, ReportingDescriptor, Result } from 'sarif';
import { catalogue, type DiagnosticCode } from '../catalogue.js';
import type { Diagnostic, Severity, Span } from '../diagnostic.js';
import { pageUrl } from '../page-url.js';
import { jsonText } from './json-text.js';
import { inOrder } from './order.js';
import { pathFrom, rangeOf } from './range.js';
import { sarifUri } from './sarif-uri.js';

/** What a rule's page says, in Markdown, and in one sentence. */
export interface RuleText {
  readonly title: string;
  readonly markdown: string;
}

export interface SarifOptions {
  /** Of mcpgen. */
  readonly version: string;
  /** From the current folder, the root of what is analysed, to the project's root, with `/`. */
  readonly folder: string;
  readonly ruleText: (code: DiagnosticCode) => RuleText | undefined;
}

/** SARIF 2.1.0: one run, with the rules that have findings. */
export function sarifReport(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const sorted = inOrder(diagnostics);
  const codes = [...new Set(sorted.map((each) => each.code))].sort();
  const fingerprint = fingerprints();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mcpgen',
            semanticVersion: options.version,
            rules: codes.map((code) => rule(code, options.ruleText(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: sorted.map((each) => ({
          ...result(each, options.folder),
          ruleIndex: codes.indexOf(each.code),
          partialFingerprints: { 'mcpgen/v1': fingerprint(each) },
        })),
      },
    ],
  };
  return jsonText(log);
}

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, Result.level>;

function rule(code: DiagnosticCode, text: RuleText | undefined): ReportingDescriptor {
  return {
    id: code,
    helpUri: pageUrl(code),
    defaultConfiguration: { level: LEVELS[catalogue[code].severity] },
    ...(text === undefined
      ? {}
      : { shortDescription: { text: text.title }, help: { text: text.markdown, markdown: text.markdown } }),
  };
}

function result({ code, severity, message, span, related, help }: Diagnostic, folder: string): Result {
  return {
    ruleId: code,
    level: LEVELS[severity],
    message: { text: help === undefined ? message : `${message}\nhelp: ${help}` },
    // Code scanning refuses a result without a place: what concerns the project as a whole goes to its configuration.
    locations: [{ physicalLocation: span === undefined ? inFile(folder, 'mcpgen.yaml') : at(span, folder) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(
            (each, index): Location => ({
              id: index,
              message: { text: each.message },
              physicalLocation: at(each.span, folder),
            }),
          ),
        }),
  };
}

function inFile(folder: string, path: string): PhysicalLocation {
  return { artifactLocation: { uri: sarifUri(pathFrom(folder, path)) } };
}

function at(span: Span, folder: string): PhysicalLocation {
  const { start, end } = rangeOf(span);
  return {
    ...inFile(folder, span.file.path),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

/**
 * Tells the same finding again after lines moved: it is made from the rule, the file, the text of the line and, where
 * those are equal, which of them it is; never from the line's number.
 */
function fingerprints(): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, message, span }) => {
    const line = span === undefined ? '' : lineOf(span);
    const key = JSON.stringify([code, span?.file.path ?? '', message, line]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}${count}`).digest('hex');
  };
}

/** Of a very long line, its start: thousands of findings may stand in it. */
function lineOf({ file, start }: Span): string {
  const { column } = file.positionAt(start);
  const lineStart = start - column + 1;
  return (file.text.slice(lineStart, lineStart + LONG_LINE).split(/[\r\n]/, 1)[0] ?? '').trim();
}

const LONG_LINE = 1000;
