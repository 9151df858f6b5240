import type { Viz } from '@viz-js/viz';

/** A graph to be laid out: boxes by their sizes in pixels, and arrows between them by the boxes' places in the list. */
export interface GraphShape {
  readonly boxes: readonly Size[];
  readonly arrows: readonly { readonly from: number; readonly to: number }[];
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything is: pixels from the upper left corner. */
export interface Layout extends Size {
  /** The centre of each box. */
  readonly boxes: readonly Point[];
  /** Of each arrow: its points as a cubic Bézier curve (one, and then three for each segment), and the tip. */
  readonly arrows: readonly { readonly curve: readonly Point[]; readonly tip: Point }[];
}

/** Lays graphs out from left to right. The same graph always gets the same layout. */
export type LayOut = (shape: GraphShape) => Layout;

/**
 * Graphs beyond this take dot seconds, and nobody can follow their arrows. The number of arrows is what costs: the measurements
 * stand in docs/adr/0015-site.md.
 */
export const largestGraph = { boxes: 120, arrows: 200 } as const;

export function isDrawable({ boxes, arrows }: { readonly boxes: number; readonly arrows: number }): boolean {
  return boxes <= largestGraph.boxes && arrows <= largestGraph.arrows;
}

/** Graphviz (dot), loaded when a contract first has something to draw: it brings a megabyte of WebAssembly. */
export async function loadLayout(): Promise<LayOut> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  return (shape) => layOut(viz, shape);
}

const pointsPerInch = 72;
const margin = 2;

function layOut(viz: Viz, { boxes, arrows }: GraphShape): Layout {
  // Names are numbers of ours: no text of a contract gets into a graph.
  const graph = {
    graphAttributes: { rankdir: 'LR', nodesep: 0.25, ranksep: 0.6, nslimit: 2, nslimit1: 2, mclimit: 0.5 },
    nodeAttributes: { shape: 'box', fixedsize: true, label: '' },
    edgeAttributes: { arrowsize: 0.7 },
    nodes: boxes.map(({ width, height }, index) => ({
      name: `n${index}`,
      attributes: { width: width / pointsPerInch, height: height / pointsPerInch },
    })),
    edges: arrows.map(({ from, to }, index) => ({ tail: `n${from}`, head: `n${to}`, attributes: { id: `e${index}` } })),
  };
  const result = viz.render(graph, { format: 'json0' });
  if (result.status !== 'success') throw new Error(`a graph has no layout: ${result.errors[0]?.message ?? ''}`);
  return read(JSON.parse(result.output) as DotJson, boxes.length, arrows.length);
}

/** What we read of Graphviz' `json0` format: positions in points from the lower left corner, as text. */
interface DotJson {
  readonly bb: string;
  readonly objects?: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly id: string; readonly pos: string }[];
}

function read({ bb, objects = [], edges = [] }: DotJson, boxCount: number, arrowCount: number): Layout {
  const [, , width = 0, height = 0] = bb.split(',').map(Number);
  const at = (pair: string): Point => {
    const [x = Number.NaN, y = Number.NaN] = pair.split(',').map(Number);
    if (!Number.isFinite(x) || !Number.isFinite(y)) throw new Error(`no position: ${pair}`);
    return { x: round(x + margin), y: round(height - y + margin) };
  };
  const boxes = new Map(objects.map(({ name, pos }) => [name, at(pos)]));
  const arrows = new Map(edges.map(({ id, pos }) => [id, arrowOf(pos, at)]));
  return {
    width: Math.ceil(width) + 2 * margin,
    height: Math.ceil(height) + 2 * margin,
    boxes: all(boxes, 'n', boxCount),
    arrows: all(arrows, 'e', arrowCount),
  };
}

/** `e,x,y x,y x,y ...`: the tip first, then the curve up to where the arrow head begins. */
function arrowOf(pos: string, at: (pair: string) => Point): Layout['arrows'][number] {
  const [first = '', ...rest] = pos.split(' ');
  if (!first.startsWith('e,')) throw new Error(`an arrow without a head: ${pos}`);
  return { tip: at(first.slice(2)), curve: rest.map(at) };
}

function all<T>(found: ReadonlyMap<string, T>, letter: string, count: number): T[] {
  return Array.from({ length: count }, (_, index) => {
    const value = found.get(letter + index);
    if (value === undefined) throw new Error(`${letter}${index} has no place in the layout`);
    return value;
  });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
