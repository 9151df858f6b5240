import type { JsonObject } from '../../json.js';
import type { ToolModel } from '../../model/model.js';
import { toolDefinition } from '../../model/tool-definition.js';

/** Bytes of JSON that a model's tokenizer makes one token of, on average over definitions of tools. */
const bytesPerToken = 4;

/**
 * About how many tokens a tool takes in `tools/list`: its definition as JSON, without `_meta` and icons, which hosts keep from
 * the model. Tokenizers differ; this is within about a fifth of what common ones count.
 */
export function estimateTokens(tool: ToolModel): number {
  const { _meta, icons, ...read } = toolDefinition(tool) as JsonObject & { _meta?: unknown; icons?: unknown };
  return Math.ceil(Buffer.byteLength(JSON.stringify(read)) / bytesPerToken);
}
