// Runs in a thread of its own: see src/cli/emit-elsewhere.ts.

import type { Diagnostic } from './diagnostics/diagnostic.js';
import type { EmittedFile } from './emit/emitted-file.js';
import { emitModel } from './emit-model.js';
import { answer } from './host/thread.js';
import { Deadline, deadlineFinding } from './limits/deadline.js';
import type { Model } from './model/model.js';

export interface EmitData {
  readonly model: Model;
  readonly seconds: number;
}

/** Errors lose their class on the way between threads, so a deadline travels as its finding. */
export type EmitAnswer = { readonly files: readonly EmittedFile[] } | { readonly finding: Diagnostic };

void answer(async ({ model, seconds }: EmitData): Promise<EmitAnswer> => {
  try {
    return { files: await emitModel(model, new Deadline(seconds)) };
  } catch (error) {
    return { finding: deadlineFinding(error) };
  }
});
