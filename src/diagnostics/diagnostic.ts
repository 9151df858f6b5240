import type { DiagnosticCode } from './catalogue.js';
import type { SourceFile } from './source-file.js';

export type Severity = 'error' | 'warning' | 'info';

/** A half-open range of offsets, `[start, end)`, in one file. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Another place that matters for the finding, such as the first of two duplicates. */
export interface RelatedSpan {
  readonly message: string;
  readonly span: Span;
}

/** Puts a text in place of a range; two edits of one fix never overlap. */
export interface TextEdit {
  readonly span: Span;
  readonly replacement: string;
}

/** One finding. Data only: how it looks is a reporter's affair. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** Absent only for findings about the project as a whole. */
  readonly span?: Span;
  readonly related: readonly RelatedSpan[];
  /** How to mend it. */
  readonly help?: string;
  /** Mends it, and changes nothing else that the contract says: what `mcpgen check --fix` applies. */
  readonly fix?: readonly TextEdit[];
}
