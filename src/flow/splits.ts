import type { SchemaNode } from './atom.js';
import type { Judge } from './judge.js';
import type { Shape } from './shapes.js';

/** To see whether alternatives together take all values, these are told apart so often. */
const mostSplits = 40;

/** Judges alternatives: by one that takes all values, or by telling the values apart. */
export class Splits {
  constructor(private readonly judge: Judge) {}

  /** Every value of the shape is valid for one of the nodes, or more. */
  areCovered(shape: Shape, nodes: readonly SchemaNode[]): boolean {
    if (nodes.some((node) => this.judge.fits(shape, node))) return true;
    return this.#areCoveredTogether(shape, this.candidates(shape, nodes), { left: mostSplits });
  }

  /** Every value of the shape is valid for exactly one of the nodes. */
  areInOne(shape: Shape, nodes: readonly SchemaNode[]): boolean {
    const { judge } = this;
    const candidates = this.candidates(shape, nodes);
    const [only] = candidates;
    if (only === undefined) return false;
    if (candidates.length === 1) return judge.fits(shape, only);
    const areApart = candidates.every((one, index) =>
      candidates.slice(index + 1).every((other) => judge.excludes(shape, one.id, other.id)),
    );
    return areApart && this.areCovered(shape, candidates);
  }

  /** The nodes that some value of the shape may be valid for. */
  candidates(shape: Shape, nodes: readonly SchemaNode[]): readonly SchemaNode[] {
    return nodes.filter((node) => !this.judge.excludes(shape, node.id));
  }

  #areCoveredTogether(shape: Shape, nodes: readonly SchemaNode[], splits: { left: number }): boolean {
    const { judge } = this;
    if (nodes.some((node) => judge.fits(shape, node))) return true;
    const [first, ...others] = nodes;
    if (first === undefined || others.length === 0 || --splits.left < 0) return false;
    return judge.shapes
      .narrow(shape, -first.id)
      .every((rest) => this.#areCoveredTogether(rest, this.candidates(rest, others), splits) || judge.isVacuous(rest));
  }
}
