import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { Report } from '../diagnostics/reporters/report.js';
import { SourceFile } from '../diagnostics/source-file.js';
import type { Host } from '../host/host.js';

/** A report as JSON. Texts of files are not in it: they are read again where they stand. */
export interface ReportRecord {
  readonly diagnostics: readonly DiagnosticRecord[];
  readonly files: Report['files'];
  readonly shown?: number | undefined;
  /** Files that findings point into, and whether their text begins with the byte order mark that their bytes have. */
  readonly sources: readonly { readonly path: string; readonly keepsMark: boolean }[];
}

/** Index of a source, start and end. */
type SpanRecord = readonly [number, number, number];

type DiagnosticRecord = Omit<Diagnostic, 'span' | 'related' | 'fix'> & {
  readonly span?: SpanRecord;
  readonly related: readonly { readonly message: string; readonly span: SpanRecord }[];
  readonly fix?: readonly { readonly span: SpanRecord; readonly replacement: string }[];
};

/** Undefined when a finding points into a text that is not what the file says, which could not be had again. */
export function toRecord({ diagnostics, files, shown }: Report, host: Host): ReportRecord | undefined {
  const indices = new Map<SourceFile, number>();
  const spanRecord = ({ file, start, end }: Span): SpanRecord => {
    const index = indices.get(file) ?? indices.size;
    indices.set(file, index);
    return [index, start, end];
  };
  const records = diagnostics.map(({ span, related, fix, ...rest }): DiagnosticRecord => {
    return {
      ...rest,
      ...(span === undefined ? {} : { span: spanRecord(span) }),
      related: related.map((each) => ({ ...each, span: spanRecord(each.span) })),
      ...(fix === undefined ? {} : { fix: fix.map((each) => ({ ...each, span: spanRecord(each.span) })) }),
    };
  });
  const sources = [...indices.keys()].map(({ path, text }) => {
    const keepsMark = [false, true].find((each) => readSource(host, path, each)?.text === text);
    return keepsMark === undefined ? undefined : { path, keepsMark };
  });
  if (!sources.every((each) => each !== undefined)) return undefined;
  return { diagnostics: records, files, shown, sources };
}

/** The report again; undefined when one of its files cannot be read. */
export function fromRecord({ diagnostics, files, shown, sources }: ReportRecord, host: Host): Report | undefined {
  const texts = sources.map(({ path, keepsMark }) => readSource(host, path, keepsMark));
  if (!texts.every((each) => each !== undefined)) return undefined;
  const spanOf = ([index, start, end]: SpanRecord): Span => {
    const file = texts[index];
    if (file === undefined) throw new Error(`a record has no source ${index}`);
    return { file, start, end };
  };
  return {
    diagnostics: diagnostics.map(
      ({ span, related, fix, ...rest }): Diagnostic => ({
        ...rest,
        ...(span === undefined ? {} : { span: spanOf(span) }),
        related: related.map((each) => ({ ...each, span: spanOf(each.span) })),
        ...(fix === undefined ? {} : { fix: fix.map((each) => ({ ...each, span: spanOf(each.span) })) }),
      }),
    ),
    files,
    shown,
  };
}

function readSource(host: Host, path: string, keepsMark: boolean): SourceFile | undefined {
  const bytes = host.readFile(path);
  return bytes === undefined
    ? undefined
    : new SourceFile(path, new TextDecoder('utf-8', { ignoreBOM: keepsMark }).decode(bytes));
}
