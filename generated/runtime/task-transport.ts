// Copied by mcpgen from its tested runtime. Do not edit.

import type {
  JSONRPCMessage,
  MessageExtraInfo,
  RequestId,
  Transport,
  TransportSendOptions,
} from '@modelcontextprotocol/server';
import { callerOf } from './caller.js';
import {
  acknowledgementOf,
  acknowledging,
  type FollowedTasks,
  subscriptionRefusal,
  type TaskSubscription,
  taskNotification,
  taskSubscriptionOf,
} from './task-subscriptions.js';

/** A subscription that asks for tasks, from its request on until it ends. */
interface Following extends TaskSubscription {
  readonly caller: string;
  readonly stops: (() => void)[];
}

/** Adds tasks to the subscriptions of the one client at the other end of a transport: the SDK serves them, and knows no tasks. */
export class TaskTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: <T extends JSONRPCMessage>(message: T, extra?: MessageExtraInfo) => void;
  readonly #inner: Transport;
  readonly #tasks: FollowedTasks;
  readonly #following = new Map<RequestId, Following>();

  constructor(inner: Transport, tasks: FollowedTasks) {
    this.#inner = inner;
    this.#tasks = tasks;
  }

  async start(): Promise<void> {
    this.#inner.onclose = () => {
      for (const id of [...this.#following.keys()]) this.#forget(id);
      this.onclose?.();
    };
    this.#inner.onerror = (error) => this.onerror?.(error);
    this.#inner.onmessage = (message, extra) => {
      const wanted = taskSubscriptionOf(message);
      if (wanted?.isDeclared === false) return this.#tell(subscriptionRefusal(wanted.id));
      if (wanted !== undefined) this.#expect(wanted, extra);
      else if ('method' in message && message.method === 'notifications/cancelled') {
        this.#forget(message.params?.['requestId'] as RequestId);
      }
      this.onmessage?.(message, extra);
    };
    await this.#inner.start();
  }

  async send(message: JSONRPCMessage, options?: TransportSendOptions): Promise<void> {
    const acknowledgement = acknowledgementOf(message);
    const following = this.#following.get(acknowledgement?.id as RequestId);
    if (acknowledgement !== undefined && following !== undefined) {
      return this.#acknowledge(following, acknowledgement.honoured, options);
    }
    // The answer to a subscription is its end.
    if (!('method' in message) && message.id !== undefined) this.#forget(message.id);
    await this.#inner.send(message, options);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  setProtocolVersion(version: string): void {
    this.#inner.setProtocolVersion?.(version);
  }

  /** The SDK lets a client have only so many subscriptions, and acknowledges no more. */
  #expect(wanted: TaskSubscription, extra: MessageExtraInfo | undefined): void {
    if (this.#following.has(wanted.id)) return;
    this.#following.set(wanted.id, { ...wanted, caller: callerOf(extra?.authInfo), stops: [] });
  }

  async #acknowledge(
    { id, taskIds, caller, stops }: Following,
    honoured: Readonly<Record<string, unknown>>,
    options: TransportSendOptions | undefined,
  ): Promise<void> {
    const records = await this.#tasks.findAll(taskIds, caller);
    await this.#inner.send(acknowledging(id, honoured, records), options);
    // It may have been ended meanwhile.
    if (!this.#following.has(id)) return;
    for (const { taskId } of records) {
      stops.push(this.#tasks.follow(taskId, (record) => this.#tell(taskNotification(id, record))));
    }
  }

  #forget(id: RequestId): void {
    for (const stop of this.#following.get(id)?.stops ?? []) stop();
    this.#following.delete(id);
  }

  #tell(message: JSONRPCMessage): void {
    this.#inner.send(message).catch((error: Error) => this.onerror?.(error));
  }
}
