// Copied by mcpgen from its tested runtime. Do not edit.

/** Version and feature negotiation of Enhanced MCP 2.0 ("Backwards Compatibility"), in `capabilities.extensions`. */
export const CORE_EXTENSION = 'org.enhanced-mcp/core';

/**
 * What is declared under the key: `VersionNegotiation` and `CapabilityNegotiation` as one object. Its JSON Schema is
 * `docs/extensions/core.schema.json` of mcpgen.
 */
export interface CoreCapability {
  readonly protocolVersion: '2.0' | '1.x';
  /** Areas in use, named like their extension keys, without the prefix. */
  readonly supportedFeatures: readonly string[];
  /** Of a server: whether it refuses clients that do not declare the extension. */
  readonly compatibilityMode?: 'strict' | 'enhanced';
  readonly resources?: boolean;
  readonly prompts?: boolean;
  readonly tools?: boolean;
  readonly sampling?: boolean;
  readonly securityFramework?: Readonly<Record<string, unknown>>;
  readonly errorRecovery?: Readonly<Record<string, unknown>>;
  readonly collaboration?: Readonly<Record<string, unknown>>;
  readonly humanInterface?: Readonly<Record<string, unknown>>;
}

/** Why what came under an extension's key was taken as if it were not there. */
export interface ExtensionIssue {
  readonly extension: string;
  /** JSON Pointer (RFC 6901) into the payload; empty for the whole of it. */
  readonly pointer: string;
  readonly message: string;
}
