import type { LimitsConfig } from './config.generated.js';

/** Every bound of a project, with its default; the hard maxima stand in schemas/mcpgen.schema.json. */
export const defaultLimits = {
  manifestBytes: 524_288,
  manifestFiles: 5_000,
  tools: 4_096,
  totalBytes: 16_777_216,
  yamlDepth: 64,
  yamlAliases: 100,
  schemaDepth: 32,
  subschemas: 4_096,
} satisfies Required<LimitsConfig>;

export type Limits = Readonly<Required<LimitsConfig>>;
