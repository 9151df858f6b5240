import type { JsonObject } from '../json.js';
import { authorizationDefinition } from './authorization.js';
import type { Model, ToolModel } from './model.js';

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

/**
 * What the contract's digest is taken over: the surface a modern client is served. The server's version is left out,
 * so that a release without a change of the surface keeps the digest.
 */
export function surfaceOf(model: Pick<Model, 'server' | 'tools' | 'authorization'>): JsonObject {
  const { version: _, ...server } = model.server;
  const { authorization } = model;
  const tools = model.tools.map(toolDefinition);
  const surface = { server: server as unknown as JsonObject, tools };
  if (authorization === undefined) return surface;
  const scopes = model.tools.flatMap((tool) => (tool.scopes === undefined ? [] : [[tool.name, [...tool.scopes]]]));
  return {
    ...surface,
    authorization: authorizationDefinition(authorization),
    scopes: { tools: Object.fromEntries(scopes) },
  };
}
