// Copied by mcpgen from its tested runtime. Do not edit.

import { textLength } from './text-length.js';

/**
 * A value cannot be judged within bounds. Thrown rather than returned, since "not valid" inside a `not` would make the whole
 * value valid: what cannot be judged must be refused wherever it stands.
 */
export class Undecided extends Error {
  override readonly name = 'Undecided';

  constructor(
    /** JSON Pointer (RFC 6901) of the part that cannot be judged. */
    readonly pointer: string,
    reason: string,
  ) {
    super(reason);
  }
}

/** Characters that a pattern is tried on which may take more than linear time, unless its schema has a `maxLength`. */
export const PATTERN_LIMIT = 2_048;

/** Refuses a text before a slow pattern sees it. */
export function refuseLongText(text: string, limit: number, pointer: string): void {
  if (isLonger(text, limit)) {
    throw new Undecided(pointer, `is too long for its pattern, which is tried on at most ${limit} characters`);
  }
}

/** Refuses an object before slow patterns see the names of its properties. */
export function refuseLongNames(value: object, limit: number, pointer: string): void {
  if (Object.keys(value).some((name) => isLonger(name, limit))) {
    throw new Undecided(pointer, `has a property whose name is longer than ${limit} characters`);
  }
}

function isLonger(text: string, limit: number): boolean {
  return text.length > limit && textLength(text) > limit;
}
