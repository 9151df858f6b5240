/** Which clients are served: `modern` is revision 2026-07-28 alone, `dual` also the older ones, which open with `initialize`. */
export type Eras = 'dual' | 'modern';

/** Features that MCP 2026-07-28 lists as deprecated, and that mcpgen can serve all the same. */
export type DeprecatedFeature = 'logging' | 'sampling' | 'roots' | 'sse';

/** Lists of a server; that of resources is also that of resource templates. */
export type ListKind = 'tools' | 'prompts' | 'resources';

/** What of MCP a contract's server speaks, beyond what its declarations say. */
export interface ProtocolModel {
  readonly eras: Eras;
  /** Those that the contract uses, sorted. */
  readonly deprecated: readonly DeprecatedFeature[];
  /** Lists that may change while the server runs, sorted. */
  readonly listChanged: readonly ListKind[];
}
