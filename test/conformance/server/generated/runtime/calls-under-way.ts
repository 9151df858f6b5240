// Copied by mcpgen from its tested runtime. Do not edit.

import type { Client } from '@modelcontextprotocol/client';

/** How often each tool is being called, or waited for, by a client. */
const counts = new WeakMap<Client, Map<string, number>>();

/** Whether the client is calling the tool, or waiting for a task of it. */
export function isUnderWay(client: Client, tool: string): boolean {
  return counts.get(client)?.has(tool) ?? false;
}

/** Does something that belongs to a call of the tool. */
export async function underWay<T>(client: Client, tool: string, work: () => Promise<T>): Promise<T> {
  const own = counts.get(client) ?? new Map<string, number>();
  counts.set(client, own);
  own.set(tool, (own.get(tool) ?? 0) + 1);
  try {
    return await work();
  } finally {
    const left = (own.get(tool) ?? 1) - 1;
    if (left === 0) own.delete(tool);
    else own.set(tool, left);
  }
}
