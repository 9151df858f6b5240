import { type DiagnosticCode, diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type JsonPath, toPointer } from '../json.js';
import type { EntryKind } from './sections.js';

/** The entry of the answer that a note is about. */
export interface NoteSubject {
  readonly kind: EntryKind;
  /** Its name, or its place in the list when it has none: `#3`. */
  readonly name: string;
}

/** One thing that import changed, left out or could not do: nothing is dropped in silence. */
export interface ImportNote {
  /** Absent when the note is about the whole answer. */
  readonly subject?: NoteSubject;
  /** Where in the JSON, from its root. */
  readonly path: JsonPath;
  readonly diagnostic: Diagnostic;
}

/** A note as `--format json` prints it: `kind` is the code without its area, `path` a JSON pointer. */
export interface NoteRecord {
  readonly subject: NoteSubject | null;
  readonly kind: string;
  readonly path: string;
  readonly message: string;
}

/** Collects notes about one entry, or about the answer as a whole. */
export class NoteTaker {
  constructor(
    private readonly notes: ImportNote[],
    private readonly root: JsonPath,
    private readonly subject?: NoteSubject,
  ) {}

  /** Adds a note; `path` is relative to this taker's own place. */
  take<Code extends DiagnosticCode>(
    code: Code,
    params: Parameters<typeof diagnose<Code>>[1],
    path: JsonPath = [],
  ): void {
    const note = { path: [...this.root, ...path], diagnostic: diagnose(code, params) };
    this.notes.push(this.subject === undefined ? note : { ...note, subject: this.subject });
  }

  /** The same notes, further down in the JSON. */
  at(path: JsonPath, subject?: NoteSubject): NoteTaker {
    return new NoteTaker(this.notes, [...this.root, ...path], subject ?? this.subject);
  }
}

export function toRecord({ subject, path, diagnostic }: ImportNote): NoteRecord {
  const kind = diagnostic.code.slice(diagnostic.code.indexOf('/') + 1);
  return { subject: subject ?? null, kind, path: toPointer(path), message: diagnostic.message };
}
