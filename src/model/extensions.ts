import type { JsonObject } from '../json.js';
import { discoveryKey } from './discovery.js';
import type { Model } from './model.js';

/** The key of `VersionNegotiation` and `CapabilityNegotiation` of Enhanced MCP 2.0, among the capabilities. */
export const coreKey = 'org.enhanced-mcp/core';

/** The prefix of every key that is mcpgen's to write. */
export const extensionPrefix = 'org.enhanced-mcp/';

/** Whether the contract uses Enhanced MCP 2.0 at all: then server and client declare it. */
export function isEnhanced(model: Pick<Model, 'tools' | 'compatibilityMode'>): boolean {
  return model.compatibilityMode !== undefined || areasOf(model).length > 0;
}

/** Areas that the contract uses, as `supportedFeatures` lists them. */
export function areasOf({ tools }: Pick<Model, 'tools'>): readonly string[] {
  return tools.some(({ _meta }) => _meta?.[discoveryKey] !== undefined) ? ['discovery'] : [];
}

/** What the contract's server declares in `capabilities.extensions`. */
export function serverExtensions(model: Model): JsonObject {
  const areas = areasOf(model);
  const core: JsonObject = {
    protocolVersion: '2.0',
    supportedFeatures: [...areas],
    compatibilityMode: model.compatibilityMode ?? 'enhanced',
    tools: true,
  };
  return { [coreKey]: core, ...Object.fromEntries(areas.map((area) => [extensionPrefix + area, {}])) };
}

/** What the contract's client declares under `org.enhanced-mcp/core`. */
export function clientCore(model: Model): JsonObject {
  return { protocolVersion: '2.0', supportedFeatures: [...areasOf(model)] };
}
