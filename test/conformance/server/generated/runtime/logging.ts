// Copied by mcpgen from its tested runtime. Do not edit.

import type { LoggingLevel } from '@modelcontextprotocol/server';
import { advisory, type ContextExtra } from './context.js';

/** What handlers have of a contract that lists `logging` among its deprecated features. */
export interface Logging {
  /** Sends a log message to the client, if it wants this level. Never put secrets into it. */
  readonly log: (level: LoggingLevel, data: unknown, logger?: string) => Promise<void>;
}

/** Adds `log` to the context of handlers: deprecated since MCP 2026-07-28, "Logging". */
export const logging: ContextExtra<Logging> = ({ mcpReq }, isOver) => ({
  log: async (level, data, logger) => {
    if (!isOver()) await advisory(mcpReq.log(level, data, logger));
  },
});
