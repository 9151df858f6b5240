import type { JsonObject, JsonValue } from '../json.js';

/**
 * One property mapping: the value at `from` is put at `to`. Both are JSON Pointers (RFC 6901) into instances, `''` for the
 * whole. A step of `to` always names a member; objects on the way come to be with their first part.
 */
export interface Piece {
  /** What is known of the value that the piece is taken from: a self-contained schema in any dialect that mcpgen accepts. */
  readonly schema: JsonObject;
  readonly from: string;
  readonly to: string;
  /** The value that the piece is taken from may be absent altogether, as after a step that may be skipped. */
  readonly optional?: boolean;
  /** Put at `to` where there is nothing at `from`. Without it, nothing is put there. */
  readonly default?: JsonValue;
  /**
   * Names the value that the piece is taken from: pieces with the same name are parts of one value of the same schema, so that
   * what holds between its parts is known. Pieces without a name are taken to be independent.
   */
  readonly source?: string;
}

/** The same value, each time, at `to`. */
export interface Constant {
  readonly value: JsonValue;
  readonly to: string;
}
