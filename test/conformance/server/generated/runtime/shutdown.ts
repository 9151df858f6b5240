// Copied by mcpgen from its tested runtime. Do not edit.

import process from 'node:process';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** How long a shutdown waits for calls in flight. */
export const DEFAULT_SHUTDOWN_TIMEOUT_MS = 10_000;

/**
 * Closes the server on SIGINT and SIGTERM, after which the process ends by itself. A second signal ends it at once. Something
 * of the author's that still keeps the process alive, such as a pool of connections, gets `graceMs` to be closed.
 *
 * Returns the function that takes the listeners away again.
 */
export function closeOnSignals(close: () => Promise<void>, graceMs: number): () => void {
  const stopListening = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
  const onSignal = (): void => {
    stopListening();
    void close().finally(() => exitWithin(graceMs));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return stopListening;
}

/** Ends the process after `graceMs`, unless it has ended by itself: the timer alone does not keep it alive. */
export function exitWithin(graceMs: number): void {
  setTimeout(() => process.exit(), graceMs).unref();
}
