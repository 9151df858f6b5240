import { type DiagnosticCode, diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type JsonPath, toPointer } from '../json.js';

/** One thing that import changed, left out or could not do: nothing is dropped in silence. */
export interface ImportNote {
  /** The tool's name, or its place in the list when it has none; absent when the note is about the whole answer. */
  readonly tool?: string;
  /** Where in the JSON, from its root. */
  readonly path: JsonPath;
  readonly diagnostic: Diagnostic;
}

/** A note as `--format json` prints it: `kind` is the code without its area, `path` a JSON pointer. */
export interface NoteRecord {
  readonly tool: string | null;
  readonly kind: string;
  readonly path: string;
  readonly message: string;
}

/** Collects notes about one tool, or about the answer as a whole. */
export class NoteTaker {
  constructor(
    private readonly notes: ImportNote[],
    private readonly root: JsonPath,
    private readonly tool?: string,
  ) {}

  /** Adds a note; `path` is relative to this taker's own place. */
  take<Code extends DiagnosticCode>(
    code: Code,
    params: Parameters<typeof diagnose<Code>>[1],
    path: JsonPath = [],
  ): void {
    const note = { path: [...this.root, ...path], diagnostic: diagnose(code, params) };
    this.notes.push(this.tool === undefined ? note : { ...note, tool: this.tool });
  }

  /** The same notes, further down in the JSON. */
  at(path: JsonPath, tool?: string): NoteTaker {
    return new NoteTaker(this.notes, [...this.root, ...path], tool ?? this.tool);
  }
}

export function toRecord({ tool, path, diagnostic }: ImportNote): NoteRecord {
  const kind = diagnostic.code.slice(diagnostic.code.indexOf('/') + 1);
  return { tool: tool ?? null, kind, path: toPointer(path), message: diagnostic.message };
}
