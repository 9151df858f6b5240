import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPaths } from '../../src/runtime/path-search.js';
import type { NodeCost, SearchGraph, SearchLimits } from '../../src/runtime/search-graph.js';

const generous = 20_000_000;

/** All simple paths in the order in which they are to be found, by looking at every one of them. */
function allPaths({ successors, starts, isTarget, cost }: SearchGraph, maxLength: number): number[][] {
  const found: number[][] = [];
  const follow = (path: readonly number[]): void => {
    const last = path.at(-1) ?? 0;
    if (isTarget[last]) found.push([...path]);
    else if (path.length < maxLength) {
      for (const next of successors[last] ?? []) if (!path.includes(next)) follow([...path, next]);
    }
  };
  for (const start of starts) follow([start]);
  const rankOf = (path: readonly number[]): number[] => {
    const nodes = path.flatMap((node) => cost[node] ?? []);
    const sum = (of: (node: NodeCost) => number) => nodes.reduce((total, node) => total + of(node), 0);
    const risk = Math.max(...nodes.map((each) => each.risk));
    return [risk, sum((each) => each.unknown), sum((each) => each.latency), path.length, ...path];
  };
  return found.sort((a, b) => compareLists(rankOf(a), rankOf(b)));
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const graphs = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  const someNodes = fc.uniqueArray(node, { maxLength: size }).map((nodes) => nodes.sort((a, b) => a - b));
  const cost = fc.record({
    risk: fc.integer({ min: -1, max: 4 }),
    unknown: fc.constantFrom<0 | 1>(0, 1),
    latency: fc.constantFrom(0, 0, 1, 2, 5),
  });
  const each = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: size, maxLength: size });
  return fc.record({ successors: each(someNodes), starts: someNodes, isTarget: each(fc.boolean()), cost: each(cost) });
});

test('finds the best paths, in order, and no other', () => {
  fc.assert(
    fc.property(
      graphs,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 40 }),
      (graph, maxLength, maxResults) => {
        const { paths, complete } = findPaths(graph, { maxLength, maxResults, budget: generous });
        expect(complete).toBe(true);
        expect(paths).toEqual(allPaths(graph, maxLength).slice(0, maxResults));
      },
    ),
    { numRuns: 3_000 },
  );
});

test('with too small a budget, finds the first of the best paths', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 0, max: 100 }), (graph, budget) => {
      const { paths, complete } = findPaths(graph, { maxLength: 8, maxResults: 1_000, budget });
      const all = allPaths(graph, 8);
      expect(paths).toEqual(all.slice(0, paths.length));
      if (complete) expect(paths).toHaveLength(all.length);
    }),
    { numRuns: 1_000 },
  );
});

/** `size` nodes, each followed by each. */
function completeGraph(size: number, isTarget: (node: number) => boolean): SearchGraph {
  const nodes = Array.from({ length: size }, (_, node) => node);
  return {
    successors: nodes.map((node) => nodes.filter((other) => other !== node)),
    starts: nodes,
    isTarget: nodes.map(isTarget),
    cost: nodes.map(
      (node): NodeCost => ({ risk: node % 5, unknown: node % 3 === 0 ? 1 : 0, latency: (node * 7) % 11 }),
    ),
  };
}

test('is done with a graph that has more paths than anybody could count', () => {
  const limits: SearchLimits = { maxLength: 12, maxResults: 100, budget: generous };
  const { paths, complete } = findPaths(
    completeGraph(300, (node) => node === 299),
    limits,
  );
  expect(complete).toBe(true);
  expect(paths).toHaveLength(100);
  expect(new Set(paths.map(String)).size).toBe(100);
});

test('gives up where every way on leads back', () => {
  // 0, 1, 2, 3 is the only path. Whoever leaves it can only come back to 0, which nothing but a search around it can tell.
  const lures = Array.from({ length: 300 }, (_, index) => index + 4);
  const graph: SearchGraph = {
    successors: [
      [1, ...lures],
      [2, ...lures],
      [3, ...lures],
      [],
      ...lures.map((own) => [0, ...lures.filter((each) => each !== own)]),
    ],
    starts: [0],
    isTarget: [false, false, false, true, ...lures.map(() => false)],
    cost: [0, 1, 2, 3, ...lures].map(() => ({ risk: 0, unknown: 0, latency: 0 })),
  };
  const limits = { maxLength: 12, maxResults: 100 };
  expect(findPaths(graph, { ...limits, budget: 1_000 })).toEqual({ paths: [[0, 1, 2, 3]], complete: false });
  expect(findPaths(graph, { ...limits, budget: generous })).toEqual({ paths: [[0, 1, 2, 3]], complete: true });
});
