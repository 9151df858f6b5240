import { availableParallelism } from 'node:os';
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Whether another thread would have a processor of its own. */
export function hasSecondProcessor(): boolean {
  return availableParallelism() > 1;
}

/** Starts a thread on a module that calls `answer`; its value is what that gives. Everything that crosses is cloned. */
export function startThread<Value>(
  module: URL,
  data: unknown,
): { readonly value: Promise<Value>; readonly stop: () => void } {
  const worker = new Worker(module, { workerData: data });
  const value = new Promise<Value>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a thread ended with ${code} and no answer`)));
  });
  return { value, stop: () => void worker.terminate() };
}

/** In the thread: answers with what the work makes of the data. What it throws is thrown where the thread was started. */
export async function answer<Data, Value>(work: (data: Data) => Promise<Value>): Promise<void> {
  parentPort?.postMessage(await work(workerData as Data));
}
