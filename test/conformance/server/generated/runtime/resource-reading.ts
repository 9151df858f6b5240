// Copied by mcpgen from its tested runtime. Do not edit.

import type { ReadResourceResult } from '@modelcontextprotocol/client';
import { fromBase64 } from './base64.js';

/** What a resource holds. */
export interface ResourceReading {
  readonly contents: ReadResourceResult['contents'];
  /** Its texts, one after the other. */
  readonly text: string;
  /** Its bytes, decoded: those of the first piece that has any. */
  readonly bytes: Uint8Array | undefined;
}

export function toReading({ contents }: ReadResourceResult): ResourceReading {
  const blob = contents.flatMap((piece) => ('blob' in piece ? [piece.blob] : []))[0];
  return {
    contents,
    text: contents.flatMap((piece) => ('text' in piece ? [piece.text] : [])).join('\n'),
    bytes: blob === undefined ? undefined : fromBase64(blob),
  };
}
