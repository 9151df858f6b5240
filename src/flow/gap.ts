import type { JsonValue } from '../json.js';
import { pointerTo } from '../runtime/json.js';
import { describeKinds } from './describe.js';
import type { Facts } from './facts.js';
import type { Reason } from './reason.js';

/** What kind of reason a gap is; what comes first is the most telling, and is told first. */
export type Rank = Reason['kind'];

/** One place where values are not shown to be acceptable. */
export interface Gap {
  /** JSON Pointer from the value that was judged. */
  readonly path: string;
  readonly rank: Rank;
  /** What comes there: in words, or kinds of values that make the words together. */
  readonly produced: string | readonly Readonly<Facts>[];
  readonly needed: string;
  /** Whole values, of those that were judged, that probably are refused for this. Made when asked for. */
  readonly examples: () => readonly JsonValue[];
}

export function producedBy({ produced }: Gap): string {
  return typeof produced === 'string' ? produced : describeKinds(produced);
}

/** The gap as it is seen from the value that holds the part. */
export function ofPart(
  gap: Gap,
  step: string | number,
  within: (parts: readonly JsonValue[]) => readonly JsonValue[],
): Gap {
  return { ...gap, path: pointerTo('', step) + gap.path, examples: () => within(gap.examples()) };
}

/** Gaps at one place that need the same as one. */
export function mergeGaps(gaps: readonly Gap[]): readonly Gap[] {
  const merged = new Map<string, Gap>();
  for (const gap of gaps) {
    const words = typeof gap.produced === 'string' ? gap.produced : '';
    const key = JSON.stringify([gap.path, words, gap.needed]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? gap : mergeTwo(known, gap));
  }
  return [...merged.values()];
}

function mergeTwo(one: Gap, other: Gap): Gap {
  const areKinds = typeof one.produced !== 'string' && typeof other.produced !== 'string';
  const produced = areKinds ? [...(one.produced as []), ...(other.produced as [])] : one.produced;
  return { ...one, produced, examples: () => [...one.examples(), ...other.examples()] };
}
