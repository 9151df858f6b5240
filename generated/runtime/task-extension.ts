// Copied by mcpgen from its tested runtime. Do not edit.

/** The extension's key among the capabilities of both sides (Tasks extension of MCP 2026-07-28, "Extension Identifier"). */
export const TASKS_EXTENSION = 'io.modelcontextprotocol/tasks';

/** What servers and clients declare in `capabilities.extensions`. */
export const TASKS_CAPABILITY = { [TASKS_EXTENSION]: {} };
