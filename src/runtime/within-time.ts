import { TimeoutError } from './timeout-error.js';

/** One piece of work with an end: what it is called in errors, what may cancel it, and how long it may take. */
export interface Bounds {
  readonly name: string;
  readonly signal: AbortSignal;
  readonly timeoutMs: number | undefined;
  /** Wait for the work's own answer to its cancellation, since it has something to put right first. Default: give up at once. */
  readonly waitsForEnd?: boolean;
}

/**
 * Runs something that is cancelled with the signal's reason, or with a `TimeoutError` when its time is up. It sees a signal of its
 * own; work that ignores it is given up.
 */
export async function withinTime<Result>(
  { name, signal, timeoutMs, waitsForEnd = false }: Bounds,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  signal.throwIfAborted();
  const own = new AbortController();
  const cancel = (): void => own.abort(signal.reason);
  signal.addEventListener('abort', cancel, { once: true });
  const expire = (): void => own.abort(new TimeoutError(name, timeoutMs ?? 0));
  const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs);
  try {
    const ended = work(own.signal);
    return await (waitsForEnd ? ended : Promise.race([ended, rejectedBy(own.signal)]));
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}

function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    // The work may have cancelled itself before its first pause.
    if (signal.aborted) return reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
