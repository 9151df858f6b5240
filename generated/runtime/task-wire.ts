// Copied by mcpgen from its tested runtime. Do not edit.

import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  MissingRequiredClientCapabilityError,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { isRecord } from './json.js';
import { TASKS_CAPABILITY, TASKS_EXTENSION } from './task-extension.js';
import type { TaskRecord } from './task-store.js';

/** `Task` of the extension: what a call is answered with, beside `resultType: 'task'`. */
export function toTask(record: TaskRecord): Record<string, unknown> {
  const { taskId, status, statusMessage, createdAt, lastUpdatedAt, ttlMs, pollIntervalMs } = record;
  return {
    taskId,
    status,
    ...(statusMessage !== undefined && { statusMessage }),
    createdAt,
    lastUpdatedAt,
    ttlMs,
    pollIntervalMs,
  };
}

/** `DetailedTask` of the extension: what `tasks/get` answers, and what `notifications/tasks` carries. */
export function toDetailedTask(record: TaskRecord): Record<string, unknown> {
  const { status, inputRequests, result, error } = record;
  return {
    ...toTask(record),
    ...(status === 'input_required' && { inputRequests: inputRequests ?? {} }),
    ...(status === 'completed' && { result }),
    ...(status === 'failed' && { error }),
  };
}

/** Whether the client of a request declares the extension on it. Clients of older revisions cannot. */
export function declaresTasks({ mcpReq }: ServerContext): boolean {
  return capabilitiesDeclareTasks(
    isRecord(mcpReq.envelope) ? mcpReq.envelope[CLIENT_CAPABILITIES_META_KEY] : undefined,
  );
}

export function capabilitiesDeclareTasks(capabilities: unknown): boolean {
  const extensions = isRecord(capabilities) ? capabilities['extensions'] : undefined;
  return isRecord(extensions) && Object.hasOwn(extensions, TASKS_EXTENSION) && isRecord(extensions[TASKS_EXTENSION]);
}

/** Error -32021: only a client that declares the extension can be answered. */
export function tasksRequired(): MissingRequiredClientCapabilityError {
  return new MissingRequiredClientCapabilityError(
    { requiredCapabilities: { extensions: TASKS_CAPABILITY } as ClientCapabilities },
    `Missing required client capability: the extension ${TASKS_EXTENSION}`,
  );
}
