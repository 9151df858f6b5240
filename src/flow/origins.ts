import { type JsonObject, jsonKey } from '../json.js';
import type { Constant, Piece } from './piece.js';

/** One value, and the pieces that are parts of it. */
export interface Origin {
  readonly schema: JsonObject;
  /** The value may be absent altogether. */
  readonly optional: boolean;
  /** Indexes in the list of pieces. */
  readonly pieces: readonly number[];
}

/** The values that the pieces are taken from. Pieces only share one where that is said, and of the same schema. */
export function originsOf(pieces: readonly (Piece | Constant)[]): readonly Origin[] {
  const found = new Map<string, Origin>();
  for (const [index, piece] of pieces.entries()) {
    if (!('from' in piece)) continue;
    const { schema, source, optional = false } = piece;
    const key = source === undefined ? `${index}` : `${jsonKey(schema)} ${source}`;
    const known = found.get(key) ?? { schema, optional: false, pieces: [] };
    found.set(key, { schema, optional: known.optional || optional, pieces: [...known.pieces, index] });
  }
  return [...found.values()];
}
