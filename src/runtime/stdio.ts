import process from 'node:process';
import type { Transport } from '@modelcontextprotocol/server';
import { serveStdio as serveWithSdk } from '@modelcontextprotocol/server/stdio';
import { DrainingTransport } from './draining-transport.js';
import { logLine } from './failure.js';
import { LineTransport } from './line-transport.js';
import type { ContractServer } from './server.js';
import { closeOnSignals, DEFAULT_SHUTDOWN_TIMEOUT_MS, exitWithin } from './shutdown.js';

/** How a server is served on stdio. */
export interface StdioOptions {
  /** Another transport with one client at its other end, such as one half of an in-memory pair. Default: this process's stdio. */
  readonly transport?: Transport | undefined;
  /** Bytes of one message. A longer one is refused with -32600. Default: 10 MiB. */
  readonly maxLineBytes?: number | undefined;
  /** Requests that are answered at one time; more are refused with -32603. Default: 10,000. */
  readonly maxConcurrentRequests?: number | undefined;
  /** Subscriptions at one time; more are refused with -32603. Default: 1,024. */
  readonly maxSubscriptions?: number | undefined;
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
  const inner = options.transport ?? new LineTransport(process.stdin, process.stdout, options.maxLineBytes);
  const wrapped = server.overTransport?.(inner) ?? inner;
  const transport = new DrainingTransport(wrapped, server, options.maxConcurrentRequests);
  const onerror = (error: unknown): void => logLine(server.info.name, error);
  const build: ContractServer['build'] = (context) => {
    const mcp = server.build(context);
    server.attach?.(mcp, onerror);
    return mcp;
  };
  const handle = serveWithSdk(build, {
    transport,
    ...(options.maxSubscriptions !== undefined && { maxSubscriptions: options.maxSubscriptions }),
    legacy: server.eras === 'modern' ? 'reject' : 'serve',
    onerror,
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
