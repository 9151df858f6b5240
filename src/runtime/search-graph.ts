/** A graph whose nodes are numbers, small ones first where all else is equal. */
export interface SearchGraph {
  /** For each node those that may follow it, ascending. */
  readonly successors: readonly (readonly number[])[];
  /** Where a path may begin, ascending. */
  readonly starts: readonly number[];
  /** A path ends at the first of these that it reaches. */
  readonly isTarget: readonly boolean[];
  readonly cost: readonly NodeCost[];
}

/** What a node adds to a path. */
export interface NodeCost {
  /** A path has the highest of its nodes. */
  readonly risk: number;
  /** 1 where the latency is not known. */
  readonly unknown: 0 | 1;
  /** A whole number, so that sums are exact and do not depend on the order of the nodes. */
  readonly latency: number;
}

export interface SearchLimits {
  readonly maxLength: number;
  readonly maxResults: number;
  /** Edges that may be looked at beyond what every search needs. */
  readonly budget: number;
}
