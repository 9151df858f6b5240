import type { NodeCost, SearchGraph, SearchLimits } from './search-graph.js';

/** All paths that begin with `root` and do not go on with a node of `banned`. */
export interface Family {
  readonly root: readonly number[];
  readonly banned: ReadonlySet<number>;
}

/** For each node and number of steps after it, the best way on to a target. */
interface Layer {
  /** -1: there is none. */
  readonly unknown: Int32Array;
  readonly latency: Float64Array;
  readonly next: Int32Array;
}

/** Finds the best path of a family: from the targets back to the starts, once for each level of risk. */
export class PathSearch {
  readonly #graph: SearchGraph;
  readonly #limits: SearchLimits;
  /** Ascending. */
  readonly #risks: readonly number[];
  readonly #layers = new Map<number, readonly Layer[]>();
  #spent = 0;

  constructor(graph: SearchGraph, limits: SearchLimits) {
    this.#graph = graph;
    this.#limits = limits;
    this.#risks = [...new Set(graph.cost.map((each) => each.risk))].sort((a, b) => a - b);
  }

  /** Below 0 when the first path is the better one; 0 only for a path and itself. */
  compare(one: readonly number[], other: readonly number[]): number {
    const [a, b] = [this.#costOf(one), this.#costOf(other)];
    const byCost = a.risk - b.risk || a.unknown - b.unknown || a.latency - b.latency || one.length - other.length;
    if (byCost !== 0) return byCost;
    const differing = one.findIndex((node, index) => node !== other[index]);
    return differing === -1 ? 0 : (one[differing] ?? 0) - (other[differing] ?? 0);
  }

  /** The best path of a family, undefined when it has none. */
  bestOf({ root, banned }: Family): readonly number[] | 'unknown' | undefined {
    const last = root.at(-1);
    const nexts = last === undefined ? this.#graph.starts : (this.#graph.successors[last] ?? []);
    const allowed = nexts.filter((node) => !banned.has(node) && !root.includes(node));
    const { risk } = this.#costOf(root);
    const levels = this.#risks.filter((each) => each >= risk);
    for (const [index, level] of levels.entries()) {
      const path = this.#bestWithin(this.#layersOf(level), root, allowed);
      if (path === undefined) continue;
      // Ways on were found without regard to the root; one that keeps clear of it is the best there is.
      return new Set(path).size === path.length ? path : this.#bestAround(root, allowed, levels.slice(index));
    }
    return undefined;
  }

  /** The same with the nodes of the root taken out of the graph, for each level of risk from the lowest. */
  #bestAround(
    root: readonly number[],
    allowed: readonly number[],
    levels: readonly number[],
  ): readonly number[] | 'unknown' | undefined {
    for (const level of levels) {
      if (this.#spent > this.#limits.budget) return 'unknown';
      const path = this.#bestWithin(this.#makeLayers(level, new Set(root)), root, allowed);
      if (path !== undefined) return path;
    }
    return undefined;
  }

  #bestWithin(
    layers: readonly Layer[],
    root: readonly number[],
    allowed: readonly number[],
  ): readonly number[] | undefined {
    let best: { unknown: number; latency: number; node: number; steps: number } | undefined;
    // Shorter ways first, and smaller nodes: only what is really better takes their place.
    for (const [steps, layer] of layers.slice(0, this.#limits.maxLength - root.length).entries()) {
      for (const node of allowed) {
        const [unknown = -1, latency = 0] = [layer.unknown[node], layer.latency[node]];
        if (unknown === -1) continue;
        if (best === undefined || unknown < best.unknown || (unknown === best.unknown && latency < best.latency)) {
          best = { unknown, latency, node, steps };
        }
      }
    }
    if (best === undefined) return undefined;
    const path = [...root, best.node];
    for (let steps = best.steps; steps > 0; steps--) path.push(layers[steps]?.next[path.at(-1) ?? 0] ?? 0);
    return path;
  }

  #layersOf(level: number): readonly Layer[] {
    const known = this.#layers.get(level);
    if (known !== undefined) return known;
    const before = this.#spent;
    const layers = this.#makeLayers(level, new Set());
    this.#spent = before;
    this.#layers.set(level, layers);
    return layers;
  }

  /** Layer by layer from the targets, through nodes of at most this risk. */
  #makeLayers(level: number, removed: ReadonlySet<number>): readonly Layer[] {
    const { successors, isTarget, cost } = this.#graph;
    const layers: Layer[] = [];
    for (let steps = 0; steps < this.#limits.maxLength; steps++) {
      const layer = emptyLayer(cost.length);
      const behind = layers[steps - 1];
      for (const [node, own] of cost.entries()) {
        if (own.risk > level || removed.has(node) || isTarget[node] !== (behind === undefined)) continue;
        if (behind === undefined) setWay(layer, node, own.unknown, own.latency, -1);
        else this.#continueFrom(node, own, successors[node] ?? [], behind, layer);
      }
      layers.push(layer);
    }
    return layers;
  }

  #continueFrom(node: number, own: NodeCost, nexts: readonly number[], behind: Layer, layer: Layer): void {
    this.#spent += nexts.length;
    for (const next of nexts) {
      const rest = behind.unknown[next] ?? -1;
      if (rest === -1 || next === node) continue;
      const unknown = own.unknown + rest;
      const latency = own.latency + (behind.latency[next] ?? 0);
      const [known = -1, least = 0] = [layer.unknown[node], layer.latency[node]];
      if (known === -1 || unknown < known || (unknown === known && latency < least)) {
        setWay(layer, node, unknown, latency, next);
      }
    }
  }

  #costOf(path: readonly number[]): { risk: number; unknown: number; latency: number } {
    const total = { risk: Number.NEGATIVE_INFINITY, unknown: 0, latency: 0 };
    for (const node of path) {
      const { risk = 0, unknown = 0, latency = 0 } = this.#graph.cost[node] ?? {};
      total.risk = Math.max(total.risk, risk);
      total.unknown += unknown;
      total.latency += latency;
    }
    return total;
  }
}

function emptyLayer(size: number): Layer {
  return {
    unknown: new Int32Array(size).fill(-1),
    latency: new Float64Array(size),
    next: new Int32Array(size).fill(-1),
  };
}

function setWay(layer: Layer, node: number, unknown: number, latency: number, next: number): void {
  layer.unknown[node] = unknown;
  layer.latency[node] = latency;
  layer.next[node] = next;
}
