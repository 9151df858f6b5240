// Copied by mcpgen from its tested runtime. Do not edit.

import {
  CLIENT_CAPABILITIES_META_KEY,
  type JSONRPCErrorResponse,
  type JSONRPCNotification,
  type RequestId,
  SUBSCRIPTION_ID_META_KEY,
} from '@modelcontextprotocol/server';
import { isRecord } from './json.js';
import type { TaskRecord } from './task-store.js';
import { capabilitiesDeclareTasks, tasksRequired, toDetailedTask } from './task-wire.js';

/** What subscriptions need of the tasks of a server. */
export interface FollowedTasks {
  /** The tasks among these that exist and are this caller's. */
  readonly findAll: (taskIds: readonly string[], caller: string) => Promise<readonly TaskRecord[]>;
  /** Calls `onChange` with what a task is now, and with what it becomes. */
  readonly follow: (taskId: string, onChange: (record: TaskRecord) => void) => () => void;
}

/** A `subscriptions/listen` that asks for tasks. */
export interface TaskSubscription {
  readonly id: RequestId;
  readonly taskIds: readonly string[];
  /** Whether its client declares the extension. */
  readonly isDeclared: boolean;
}

/** How many tasks one subscription follows. */
const MAX_TASKS = 100;

/**
 * Reads `taskIds` of a `subscriptions/listen`; `undefined` when the message is something else, or asks for none (Tasks extension of MCP
 * 2026-07-28, "Task Status Notifications").
 */
export function taskSubscriptionOf(message: unknown): TaskSubscription | undefined {
  if (!isRecord(message) || message['method'] !== 'subscriptions/listen') return undefined;
  const { id, params } = message;
  if ((typeof id !== 'string' && typeof id !== 'number') || !isRecord(params)) return undefined;
  const { notifications, _meta: meta } = params;
  const asked = isRecord(notifications) ? notifications['taskIds'] : undefined;
  if (!Array.isArray(asked)) return undefined;
  const taskIds = [...new Set(asked.filter((each): each is string => typeof each === 'string'))].slice(0, MAX_TASKS);
  if (taskIds.length === 0) return undefined;
  const capabilities = isRecord(meta) ? meta[CLIENT_CAPABILITIES_META_KEY] : undefined;
  // A request without capabilities is none of a modern client; the SDK says so.
  if (capabilities === undefined) return undefined;
  return { id, taskIds, isDeclared: capabilitiesDeclareTasks(capabilities) };
}

/** The answer to the subscription of a client that does not declare the extension. */
export function subscriptionRefusal(id: RequestId): JSONRPCErrorResponse {
  const { code, message, data } = tasksRequired();
  return { jsonrpc: '2.0', id, error: { code, message, data } };
}

/** The `notifications` of an acknowledgement, and the id of its subscription; `undefined` when the message is none. */
export function acknowledgementOf(
  message: unknown,
): { readonly id: unknown; readonly honoured: Readonly<Record<string, unknown>> } | undefined {
  if (!isRecord(message) || message['method'] !== 'notifications/subscriptions/acknowledged') return undefined;
  const { params } = message;
  if (!isRecord(params) || !isRecord(params['notifications'])) return undefined;
  const { _meta: meta, notifications } = params;
  return { id: isRecord(meta) ? meta[SUBSCRIPTION_ID_META_KEY] : undefined, honoured: notifications };
}

/** An acknowledgement that also names the tasks that are followed. */
export function acknowledging(
  id: RequestId,
  honoured: Readonly<Record<string, unknown>>,
  records: readonly TaskRecord[],
): JSONRPCNotification {
  const taskIds = records.map(({ taskId }) => taskId);
  return {
    jsonrpc: '2.0',
    method: 'notifications/subscriptions/acknowledged',
    params: { notifications: { ...honoured, taskIds }, _meta: { [SUBSCRIPTION_ID_META_KEY]: id } },
  };
}

/** `notifications/tasks`, for one subscription. */
export function taskNotification(id: RequestId, record: TaskRecord): JSONRPCNotification {
  const params = { ...toDetailedTask(record), _meta: { [SUBSCRIPTION_ID_META_KEY]: id } };
  return { jsonrpc: '2.0', method: 'notifications/tasks', params };
}
