import type { Elsewhere } from '../compile.js';
import type { EmittedFile } from '../emit/emitted-file.js';
import type { EmitAnswer, EmitData } from '../emit-thread.js';
import { hasSecondProcessor, startThread } from '../host/thread.js';
import { ExceededElsewhere } from '../limits/deadline.js';
import type { Model } from '../model/model.js';

/** Fewer tools are emitted before a thread has loaded the emitters. */
const fewestTools = 150;

/** Emits a large model in a thread of its own, beside the lint of the contract. Works from the bundle, where the thread's module is. */
export function emitElsewhere(model: Model, seconds: number): Elsewhere<readonly EmittedFile[]> | undefined {
  if (model.tools.length < fewestTools || !hasSecondProcessor()) return undefined;
  const data: EmitData = { model, seconds };
  const { value, stop } = startThread<EmitAnswer>(new URL('./emit-thread.js', import.meta.url), data);
  const files = value.then(filesOf);
  // Who stops it, or is still busy when it fails, does not wait for it yet.
  files.catch(() => {});
  return { value: files, stop };
}

function filesOf(answer: EmitAnswer): readonly EmittedFile[] {
  if ('finding' in answer) throw new ExceededElsewhere(answer.finding);
  return answer.files;
}
