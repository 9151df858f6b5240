// Runs in a thread of its own: see src/cli/second-thread.ts.

import type { Diagnostic } from './diagnostics/diagnostic.js';
import { SourceFile } from './diagnostics/source-file.js';
import type { EmittedFile } from './emit/emitted-file.js';
import { type Answer, serve } from './host/thread.js';
import { Deadline, deadlineFinding } from './limits/deadline.js';
import type { Limits } from './limits/limits.js';
import type { Model } from './model/model.js';
import { parseYaml } from './source/parse-yaml.js';
import type { SourceRecord } from './source/source-doc.js';

/** What a thread can be asked for. */
export type Job = ParseJob | EmitJob;

/** Files that both threads parse, each the next that nobody has begun. */
export interface ParseJob {
  readonly kind: 'parse';
  readonly files: readonly { readonly path: string; readonly text: string }[];
  readonly limits: Limits;
  /** How many files have been begun, and how many answers were sent. */
  readonly counts: Int32Array;
}

/** One file: without a record there is something to be said about it, which who asked finds out by parsing it again. */
export interface ParseAnswer {
  readonly index: number;
  readonly record: SourceRecord | undefined;
}

export interface EmitJob {
  readonly kind: 'emit';
  readonly model: Model;
  readonly seconds: number;
}

/** Errors lose their class on the way between threads, so a deadline travels as its finding. */
export type EmitAnswer = { readonly files: readonly EmittedFile[] } | { readonly finding: Diagnostic };

serve<Job>(async (job, answer) => {
  if (job.kind === 'emit') return answer(await emit(job));
  parse(job, answer);
  // Most projects that are parsed here are emitted here: to load what that takes, there is time now.
  await import('./emit-model.js');
});

function parse({ files, limits, counts }: ParseJob, answer: Answer): void {
  for (let index = Atomics.add(counts, 0, 1); index < files.length; index = Atomics.add(counts, 0, 1)) {
    const { path = '', text = '' } = files[index] ?? {};
    const { rest, diagnostics } = parseYaml(new SourceFile(path, text), limits);
    const record = diagnostics.length === 0 ? rest?.toRecord() : undefined;
    const buffers = record === undefined ? [] : [record.places.rows.buffer];
    answer({ index, record } satisfies ParseAnswer, buffers);
    Atomics.add(counts, 1, 1);
    Atomics.notify(counts, 1);
  }
}

async function emit({ model, seconds }: EmitJob): Promise<EmitAnswer> {
  try {
    const { emitModel } = await import('./emit-model.js');
    return { files: await emitModel(model, new Deadline(seconds)) };
  } catch (error) {
    return { finding: deadlineFinding(error) };
  }
}
