// Copied by mcpgen from its tested runtime. Do not edit.

import type { JSONRPCMessage } from '@modelcontextprotocol/server';

/**
 * Keeps what was sent to the sessions of older clients, so that one whose connection broke can have what it missed (MCP 2025-11-25,
 * transports, "Resumability and Redelivery"). One store serves all sessions: the names of their streams begin with the session's id.
 */
export interface EventStore {
  /** Keeps a message that is about to be sent, and gives the id that it is sent with. Ids are unique over all streams. */
  readonly storeEvent: (streamId: string, message: JSONRPCMessage) => Promise<string>;
  /** The stream that an event belongs to; undefined for one that is not kept (any more). */
  readonly getStreamIdForEventId: (eventId: string) => Promise<string | undefined>;
  /** Sends again, in their order, what the event's stream was sent after it, and gives the name of the stream. */
  readonly replayEventsAfter: (lastEventId: string, to: { readonly send: SendEvent }) => Promise<string>;
  /** The session has ended: nobody will ask for events of its streams any more. */
  readonly forget: (sessionId: string) => Promise<void>;
}

export type SendEvent = (eventId: string, message: JSONRPCMessage) => Promise<void>;

/** The part of a store that one session sees: an event of another one does not exist for it. */
export function eventsOf(store: EventStore, sessionId: string): Omit<EventStore, 'forget'> {
  const prefix = `${sessionId}/`;
  const ownStream = async (eventId: string): Promise<string | undefined> => {
    const stream = await store.getStreamIdForEventId(eventId);
    return stream?.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
  };
  return {
    storeEvent: (streamId, message) => store.storeEvent(prefix + streamId, message),
    getStreamIdForEventId: ownStream,
    replayEventsAfter: async (lastEventId, to) => {
      const stream = await ownStream(lastEventId);
      if (stream === undefined) throw new Error('the event is not kept');
      await store.replayEventsAfter(lastEventId, to);
      return stream;
    },
  };
}
