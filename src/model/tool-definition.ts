import type { JsonObject } from '../json.js';
import type { ToolModel } from './model.js';

/** A tool exactly as a modern client is served it: `Tool` of MCP 2026-07-28. Absent members are absent. */
export function toolDefinition(tool: Omit<ToolModel, 'digest' | 'names'>): JsonObject {
  const definition: JsonObject = { name: tool.name };
  if (tool.title !== undefined) definition['title'] = tool.title;
  if (tool.description !== undefined) definition['description'] = tool.description;
  definition['inputSchema'] = tool.inputSchema;
  if (tool.outputSchema !== undefined) definition['outputSchema'] = tool.outputSchema;
  if (tool.annotations !== undefined) definition['annotations'] = tool.annotations;
  if (tool.icons !== undefined) definition['icons'] = [...tool.icons];
  if (tool._meta !== undefined) definition['_meta'] = tool._meta;
  return definition;
}
