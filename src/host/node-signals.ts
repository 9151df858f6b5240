const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs synchronous work to its end although a signal that would end the process arrives meanwhile; the signal takes
 * effect in the next turn of the event loop. Nothing can be done about SIGKILL.
 */
export function uninterrupted<T>(work: () => T): T {
  const received: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals): void => {
    received.push(signal);
  };
  for (const signal of signals) process.on(signal, note);
  try {
    return work();
  } finally {
    afterNextPoll(() => {
      for (const signal of signals) process.off(signal, note);
      for (const signal of received) {
        // Another listener has had its turn already; without one, the default is to end.
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      }
    });
  }
}

/** Signals are handed over in the poll phase, and the first immediate may come before one: two never do. */
function afterNextPoll(work: () => void): void {
  setImmediate(() => setImmediate(work));
}
