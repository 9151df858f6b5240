// Copied by mcpgen from its tested runtime. Do not edit.

import { stdin, stdout } from 'node:process';
import type { Transport } from '@modelcontextprotocol/server';
import { serveStdio as serveWithSdk } from '@modelcontextprotocol/server/stdio';
import { DrainingTransport } from './draining-transport.js';
import { logLine } from './failure.js';
import { LineTransport } from './line-transport.js';
import type { ContractServer } from './server.js';
import { closeOnSignals, DEFAULT_SHUTDOWN_TIMEOUT_MS, exitWithin } from './shutdown.js';
import { versionCheck } from './version-check.js';

/** How a server is served on stdio. */
export interface StdioOptions {
  /** Another transport with one client at its other end, such as one half of an in-memory pair. Default: this process's stdio. */
  readonly transport?: Transport | undefined;
  /** Close on SIGINT and SIGTERM. Default: yes on this process's stdio, no on another transport. */
  readonly handleSignals?: boolean | undefined;
  /** How long closing waits for calls in flight. Default: 10 seconds. */
  readonly shutdownTimeoutMs?: number | undefined;
}

/** A server that is being served. */
export interface StdioHandle {
  /** Takes no new requests, lets calls in flight finish, and ends the connection. */
  readonly close: () => Promise<void>;
  /** Resolves when the connection has ended, from whichever side. */
  readonly closed: Promise<void>;
}

/**
 * Serves one client over stdio, in the era that its first message opens. When the client closes stdin, or a signal comes, the
 * process ends by itself.
 */
export function serveStdio(server: ContractServer, options: StdioOptions = {}): StdioHandle {
  const ownsProcess = options.transport === undefined;
  const graceMs = options.shutdownTimeoutMs ?? DEFAULT_SHUTDOWN_TIMEOUT_MS;
  const ofUnservedVersion = versionCheck();
  const inner = options.transport ?? new LineTransport(stdin, stdout);
  const transport = new DrainingTransport(
    server.overTransport?.(inner) ?? inner,
    (message) => ofUnservedVersion(message) ?? server.refusalOf?.(message),
  );
  const handle = serveWithSdk(server.build, {
    transport,
    legacy: server.eras === 'modern' ? 'reject' : 'serve',
    onerror: (error) => logLine(server.info.name, error),
  });

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closing ??= transport.drain(graceMs).then(() => handle.close());
    return closing;
  };
  const stopListening = (options.handleSignals ?? ownsProcess) ? closeOnSignals(close, graceMs) : () => undefined;

  const closed = new Promise<void>((resolve) => {
    const sdkOnClose = transport.onclose;
    transport.onclose = () => {
      sdkOnClose?.();
      stopListening();
      // A host that hangs up expects the process to end, whatever else keeps it alive.
      if (ownsProcess) exitWithin(graceMs);
      resolve();
    };
  });
  return { close, closed };
}
