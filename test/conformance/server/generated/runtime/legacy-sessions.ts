// Copied by mcpgen from its tested runtime. Do not edit.

import {
  type AuthInfo,
  isInitializeRequest,
  type McpServer,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server';
import { callerOf } from './caller.js';
import { type EventStore, eventsOf } from './event-store.js';
import { httpError } from './http-errors.js';
import { MemoryEventStore } from './memory-event-store.js';
import { relay } from './relay-stream.js';
import type { ContractServer } from './server.js';

/** What is kept for older clients between their requests. */
export interface SessionOptions {
  /** How many there may be. One more takes the place of the one that was idle longest; when none is idle it is refused. Default: 1,000. */
  readonly max?: number | undefined;
  /** Milliseconds after which one that is idle ends. Default: 30 minutes. */
  readonly idleMs?: number | undefined;
  /** Keeps messages for clients whose connection breaks. Default: in this process, 16 MiB of them. */
  readonly eventStore?: EventStore | undefined;
  /** Milliseconds after which a client should come back whose stream has ended. Default: 1,000. */
  readonly retryMs?: number | undefined;
}

/** What sessions share with the rest of what serves HTTP. */
export interface SessionSetting {
  readonly keepAliveMs: number;
  readonly onerror: (error: unknown) => void;
}

interface Session {
  readonly id: string;
  /** Who opened it: nobody else may use it. */
  readonly caller: string;
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly mcp: McpServer;
  /** Requests that are being answered, and streams that are open. */
  open: number;
  /** In milliseconds, when the last of them ended. */
  idleSince: number;
}

const SESSION_HEADER = 'mcp-session-id';
const SWEEP_MS = 30_000;

/**
 * Sessions of Streamable HTTP before revision 2026-07-28 (MCP 2025-11-25, transports, "Session Management"): opened by `initialize`,
 * ended by DELETE or when they have been idle for long, each with a server of its own.
 */
export class LegacySessions {
  readonly #server: ContractServer;
  readonly #setting: SessionSetting;
  readonly #max: number;
  readonly #idleMs: number;
  readonly #retryMs: number;
  readonly #store: EventStore;
  readonly #sessions = new Map<string, Session>();
  #sweeping: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(server: ContractServer, options: SessionOptions, setting: SessionSetting) {
    this.#server = server;
    this.#setting = setting;
    this.#max = options.max ?? 1_000;
    this.#idleMs = options.idleMs ?? 30 * 60_000;
    this.#retryMs = options.retryMs ?? 1_000;
    this.#store = options.eventStore ?? new MemoryEventStore();
  }

  get size(): number {
    return this.#sessions.size;
  }

  /** Whether a request that is POSTed belongs to a session, or opens one. */
  concerns(request: Request, body: unknown): boolean {
    return request.headers.has(SESSION_HEADER) || isInitializeRequest(body);
  }

  /** Answers a request of an older client. `body` is what it POSTs, parsed. */
  async answer(request: Request, body: unknown, authInfo: AuthInfo | undefined): Promise<Response> {
    if (!['POST', 'GET', 'DELETE'].includes(request.method)) {
      return httpError(405, -32000, 'Method not allowed.', { allow: 'GET, POST, DELETE' });
    }
    const id = request.headers.get(SESSION_HEADER);
    if (id === null) {
      if (request.method === 'POST' && isInitializeRequest(body)) return this.#initialize(request, body, authInfo);
      return httpError(
        400,
        -32000,
        'Bad Request: Mcp-Session-Id header is required, which the answer to initialize has',
      );
    }
    const session = this.#sessions.get(id);
    // Whose it is, is nobody else's business.
    if (session === undefined || session.caller !== callerOf(authInfo)) {
      return httpError(404, -32001, 'Session not found');
    }
    return this.#pass(session, request, body, authInfo);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#sessions.values()].map((session) => this.#end(session)));
  }

  async #initialize(request: Request, body: unknown, authInfo: AuthInfo | undefined): Promise<Response> {
    if (this.#closed || !this.#makeRoom()) {
      return httpError(503, -32000, 'Too many sessions are open', { 'retry-after': '10' });
    }
    const id = crypto.randomUUID();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      eventStore: eventsOf(this.#store, id),
      retryInterval: this.#retryMs,
      keepAliveMs: this.#setting.keepAliveMs,
      onsessionclosed: () => this.#forget(id),
    });
    const mcp = this.#server.build({
      era: 'legacy',
      requestInfo: request,
      ...(authInfo !== undefined && { authInfo }),
    });
    const caller = callerOf(authInfo);
    const session: Session = { id, caller, transport, mcp, open: 0, idleSince: Date.now() };
    // From now on it counts: many that come at once must not be more than there may be.
    this.#sessions.set(id, session);
    this.#sweeping ??= this.#startSweeping();
    try {
      await mcp.connect(transport);
      this.#server.attach?.(mcp, this.#setting.onerror);
      const response = await this.#pass(session, request, body, authInfo);
      // What the transport refuses opens no session.
      if (transport.sessionId === undefined) await this.#end(session);
      return response;
    } catch (error) {
      await this.#end(session);
      throw error;
    }
  }

  async #pass(session: Session, request: Request, body: unknown, authInfo: AuthInfo | undefined): Promise<Response> {
    session.open += 1;
    let isOver = false;
    const done = (): void => {
      if (isOver) return;
      isOver = true;
      session.open -= 1;
      session.idleSince = Date.now();
    };
    try {
      const options = { ...(body !== undefined && { parsedBody: body }), ...(authInfo !== undefined && { authInfo }) };
      const response = await session.transport.handleRequest(request, options);
      return relay(response, { ended: done, signal: request.signal, opening: request.method === 'GET' });
    } catch (error) {
      done();
      throw error;
    }
  }

  /** Whether there is room for one more session. */
  #makeRoom(): boolean {
    if (this.#sessions.size < this.#max) return true;
    let longest: Session | undefined;
    for (const session of this.#sessions.values()) {
      if (session.open === 0 && (longest === undefined || session.idleSince < longest.idleSince)) longest = session;
    }
    if (longest !== undefined) void this.#end(longest);
    return longest !== undefined;
  }

  #startSweeping(): ReturnType<typeof setInterval> {
    const timer = setInterval(() => this.#sweep(), Math.min(this.#idleMs, SWEEP_MS));
    // Sessions that nobody uses do not keep a process alive. Not every runtime knows this.
    (timer as unknown as { readonly unref?: () => void }).unref?.();
    return timer;
  }

  #sweep(): void {
    const oldest = Date.now() - this.#idleMs;
    for (const session of this.#sessions.values()) {
      if (session.open === 0 && session.idleSince <= oldest) void this.#end(session);
    }
  }

  #forget(id: string): void {
    this.#sessions.delete(id);
    if (this.#sessions.size === 0) {
      clearInterval(this.#sweeping);
      this.#sweeping = undefined;
    }
    this.#store.forget(id).catch(this.#setting.onerror);
  }

  async #end(session: Session): Promise<void> {
    this.#forget(session.id);
    try {
      await session.transport.close();
      await session.mcp.close();
    } catch (error) {
      this.#setting.onerror(error);
    }
  }
}
