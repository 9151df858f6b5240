import type { JsonObject, JsonValue } from '../json.js';
import type { ResultMapping } from '../runtime/discovery.js';
import type { Constant, Piece } from './piece.js';

/** What a mapping of `composition` takes from one result of the schema: all of its pieces are parts of the same value. */
export function piecesOfResult(mapping: readonly ResultMapping[], schema: JsonObject): (Piece | Constant)[] {
  return mapping.map(({ from, to, value, default: otherwise }) =>
    from === undefined
      ? { value: value as JsonValue, to }
      : { schema, from, to, source: 'result', ...(otherwise === undefined ? {} : { default: otherwise as JsonValue }) },
  );
}
