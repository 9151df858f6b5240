import { isJsonObject, type JsonObject, type JsonValue } from '../json.js';
import type { Model } from './model.js';

/** Whether clients repeat arguments of any tool in headers (MCP 2026-07-28, server/tools, "x-mcp-header"). */
export function hasParamHeaders({ tools }: Pick<Model, 'tools'>): boolean {
  return tools.some(({ inputSchema }) => isRepeated(inputSchema));
}

/** The check has made sure that nothing but `properties` leads there. */
function isRepeated(schema: JsonValue): boolean {
  if (!isJsonObject(schema)) return false;
  const { properties } = schema;
  return (
    Object.hasOwn(schema, 'x-mcp-header') ||
    (isJsonObject(properties ?? null) && Object.values(properties as JsonObject).some(isRepeated))
  );
}
