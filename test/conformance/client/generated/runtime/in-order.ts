// Copied by mcpgen from its tested runtime. Do not edit.

import type { JSONRPCNotification, JSONRPCResponse, MessageExtraInfo } from '@modelcontextprotocol/client';

/** What of the SDK's client is replaced. A class that extends the client would have to be held against all of it by every compiler. */
interface Telling {
  _onnotification(notification: JSONRPCNotification, extra?: MessageExtraInfo): void;
  _onresponse(response: JSONRPCResponse): void;
}

/**
 * Makes the SDK's client tell whoever listens in the order in which things have come, and returns it. By itself it takes an answer at once
 * and a notification a moment later: where one chunk brings both, the last progress of a call would find nobody to tell.
 */
export function inOrder<Client extends object>(client: Client): Client {
  const telling = client as unknown as Telling;
  const onNotification = telling._onnotification.bind(client);
  const onResponse = telling._onresponse.bind(client);
  let isTelling = false;
  telling._onnotification = (notification, extra) => {
    onNotification(notification, extra);
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
    });
  };
  telling._onresponse = (response) => {
    if (isTelling) queueMicrotask(() => onResponse(response));
    else onResponse(response);
  };
  return client;
}
