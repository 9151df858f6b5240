/**
 * A signal that Ctrl-C and SIGTERM abort, instead of ending the process. Further ones change nothing: under `npm run`, a
 * terminal's Ctrl-C arrives twice, from the terminal and from npm.
 */
export function abortOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => controller.abort());
  return controller.signal;
}
