// Copied by mcpgen from its tested runtime. Do not edit.

import type { JSONRPCMessage } from '@modelcontextprotocol/server';
import type { EventStore } from './event-store.js';

interface Kept {
  readonly id: string;
  readonly stream: string;
  readonly message: JSONRPCMessage;
  readonly bytes: number;
}

/** Bytes of JSON that a store keeps when nobody says otherwise. */
const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;

/** What each event costs beside its message. */
const OVERHEAD_BYTES = 256;

/** Keeps events in this process, the newest ones up to a number of bytes over all sessions. Clients that come too late start anew. */
export class MemoryEventStore implements EventStore {
  readonly #maxBytes: number;
  /** By id, oldest first. */
  readonly #events = new Map<string, Kept>();
  readonly #streams = new Map<string, Set<Kept>>();
  #bytes = 0;
  #count = 0;

  constructor(maxBytes: number = DEFAULT_MAX_BYTES) {
    this.#maxBytes = maxBytes;
  }

  readonly storeEvent: EventStore['storeEvent'] = async (stream, message) => {
    this.#count += 1;
    const event = { id: String(this.#count), stream, message, bytes: JSON.stringify(message).length + OVERHEAD_BYTES };
    this.#events.set(event.id, event);
    this.#streams.set(stream, (this.#streams.get(stream) ?? new Set()).add(event));
    this.#bytes += event.bytes;
    for (const oldest of this.#events.values()) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#remove(oldest);
    }
    return event.id;
  };

  readonly getStreamIdForEventId: EventStore['getStreamIdForEventId'] = async (id) => this.#events.get(id)?.stream;

  readonly replayEventsAfter: EventStore['replayEventsAfter'] = async (lastEventId, { send }) => {
    const last = this.#events.get(lastEventId);
    if (last === undefined) throw new Error('the event is not kept');
    let isAfter = false;
    for (const event of [...(this.#streams.get(last.stream) ?? [])]) {
      // A stream begins with an event that only tells its id, and has no message.
      if (isAfter && 'jsonrpc' in event.message) await send(event.id, event.message);
      isAfter ||= event === last;
    }
    return last.stream;
  };

  readonly forget: EventStore['forget'] = async (sessionId) => {
    for (const [stream, events] of [...this.#streams]) {
      if (stream.startsWith(`${sessionId}/`)) for (const event of [...events]) this.#remove(event);
    }
  };

  #remove(event: Kept): void {
    this.#events.delete(event.id);
    this.#bytes -= event.bytes;
    const stream = this.#streams.get(event.stream);
    stream?.delete(event);
    if (stream?.size === 0) this.#streams.delete(event.stream);
  }
}
