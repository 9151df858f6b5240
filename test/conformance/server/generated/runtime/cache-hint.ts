// Copied by mcpgen from its tested runtime. Do not edit.

/** How long an answer may be kept, and by whom: `CacheableResult` of MCP 2026-07-28. */
export interface CacheHint {
  /** Milliseconds. */
  readonly ttlMs?: number;
  /** `public`: the answer is the same for everybody. */
  readonly cacheScope?: 'public' | 'private';
}
