// Copied by mcpgen from its tested runtime. Do not edit.

import { CORE_EXTENSION, type CoreCapability, type ExtensionIssue } from './core.js';
import { coreSchema } from './core-schema.js';
import { checkPayload } from './payload.js';

/** What client and server have agreed on, from what both declare of themselves. */
export interface Enhanced {
  /** `2.0` when both speak Enhanced MCP 2.0; `1.x` with a server that does not, or whose declaration is malformed. */
  readonly protocolVersion: '2.0' | '1.x';
  /** Areas that both support, in the server's order; none with `1.x`. */
  readonly features: readonly string[];
  /** The server's; absent when it names none. */
  readonly compatibilityMode?: 'strict' | 'enhanced';
  /** What the server declares, as it came; absent when that is nothing, or malformed. */
  readonly server?: CoreCapability;
  /** Why a declaration of the server was taken as if it were not there. */
  readonly issues: readonly ExtensionIssue[];
}

/**
 * `VersionNegotiation` of Enhanced MCP 2.0, "Backwards Compatibility": what holds between a client and the server it reached, from
 * what the one has declared under the extension's key, and the other among its extensions.
 */
export function negotiate(own: unknown, extensions: Readonly<Record<string, unknown>> = {}): Enhanced {
  const payload = Object.hasOwn(extensions, CORE_EXTENSION) ? extensions[CORE_EXTENSION] : undefined;
  if (payload === undefined) return { protocolVersion: '1.x', features: [], issues: [] };
  const issues = checkPayload(coreSchema, payload).map((issue) => ({ extension: CORE_EXTENSION, ...issue }));
  if (issues.length > 0) return { protocolVersion: '1.x', features: [], issues };
  const server = payload as CoreCapability;
  const known = server.protocolVersion === '2.0' ? featuresOf(own) : undefined;
  const { compatibilityMode } = server;
  return {
    protocolVersion: known === undefined ? '1.x' : '2.0',
    features: [...new Set(server.supportedFeatures)].filter((each) => known?.includes(each)),
    ...(compatibilityMode !== undefined && { compatibilityMode }),
    server,
    issues,
  };
}

/** Undefined for a client that has not declared that it speaks 2.0: its author may have put something else in the place. */
function featuresOf(own: unknown): readonly string[] | undefined {
  if (checkPayload(coreSchema, own).length > 0) return undefined;
  const { protocolVersion, supportedFeatures } = own as CoreCapability;
  return protocolVersion === '2.0' ? supportedFeatures : undefined;
}
