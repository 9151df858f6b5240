// Copied by mcpgen from its tested runtime. Do not edit.

import {
  Client,
  type JSONRPCNotification,
  type JSONRPCResponse,
  type MessageExtraInfo,
} from '@modelcontextprotocol/client';

/**
 * The SDK's client, which tells whoever listens in the order in which things have come. By itself it takes an answer at once and a
 * notification a moment later: where one chunk brings both, the last progress of a call would find nobody to tell.
 */
export class OrderedClient extends Client {
  #isTelling = false;

  protected override _onnotification(notification: JSONRPCNotification, extra?: MessageExtraInfo): void {
    super._onnotification(notification, extra);
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
    });
  }

  protected override _onresponse(response: JSONRPCResponse): void {
    if (this.#isTelling) queueMicrotask(() => super._onresponse(response));
    else super._onresponse(response);
  }
}
