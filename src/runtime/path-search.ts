import { type Family, PathSearch } from './best-path.js';
import type { SearchGraph, SearchLimits } from './search-graph.js';

/** The best paths, the best first; incomplete when the budget did not suffice for more. */
export interface SearchResult {
  readonly paths: readonly (readonly number[])[];
  readonly complete: boolean;
}

interface Candidate {
  readonly path: readonly number[];
  readonly family: Family;
}

/**
 * The best simple paths from a start to a target, ranked by the highest risk, then by the number of unknown latencies, the sum of
 * known ones, the length, and at last by the nodes themselves, so that no two paths are equal.
 *
 * Yen's algorithm with Lawler's partition: the best path of a family is found, and the rest of the family falls into as many
 * smaller ones as the path has nodes. The work grows with results, length and edges, never with the number of paths.
 */
export function findPaths(graph: SearchGraph, limits: SearchLimits): SearchResult {
  const search = new PathSearch(graph, limits);
  const found: (readonly number[])[] = [];
  const candidates: Candidate[] = [];
  const consider = (family: Family): boolean => {
    const best = search.bestOf(family);
    if (best === 'unknown') return false;
    if (best !== undefined) candidates.push({ path: best, family });
    return true;
  };
  if (!consider({ root: [], banned: new Set() })) return { paths: found, complete: false };
  while (found.length < limits.maxResults) {
    const next = takeBest(candidates, search);
    if (next === undefined) break;
    found.push(next.path);
    if (found.length === limits.maxResults) break;
    for (const family of partsOf(next)) if (!consider(family)) return { paths: found, complete: false };
  }
  return { paths: found, complete: true };
}

/** The family without its best path, as families that have no path in common. */
function partsOf({ path, family: { root, banned } }: Candidate): Family[] {
  return path.slice(root.length).map((node, offset) => ({
    root: path.slice(0, root.length + offset),
    banned: new Set(offset === 0 ? [...banned, node] : [node]),
  }));
}

function takeBest(candidates: Candidate[], search: PathSearch): Candidate | undefined {
  let best = 0;
  for (const [index, { path }] of candidates.entries()) {
    const other = candidates[best];
    if (other !== undefined && search.compare(path, other.path) < 0) best = index;
  }
  return candidates.splice(best, 1)[0];
}
