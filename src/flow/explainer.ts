import type { JsonValue } from '../json.js';
import type { SchemaNode } from './atom.js';
import { both, type Demands } from './demands.js';
import { describeKinds } from './describe.js';
import { explainAtom } from './explain-atom.js';
import { needed } from './explain-needed.js';
import { explainValues } from './explain-values.js';
import { type Gap, mergeGaps, producedBy } from './gap.js';
import type { Judge } from './judge.js';
import { Samples } from './samples.js';
import type { Shape } from './shapes.js';

/** Shapes that are explained one by one, how deep, and how many in all: what refers to itself twice has more ways in than can be told. */
const mostShapes = 12;
const deepest = 40;
const mostExplained = 1_000;

/** Says where values are not shown to be acceptable. Asks the judge, so it says nothing but what the judge could not prove. */
export class Explainer {
  readonly samples: Samples;
  #depth = 0;
  #explained = 0;

  constructor(readonly judge: Judge) {
    this.samples = new Samples(judge);
  }

  /** Why values that satisfy the demands are not shown to be valid for the node; empty when they are. */
  explain(demands: Demands, node: SchemaNode): readonly Gap[] {
    const gaps = this.explainAll(this.judge.shapes.of(demands), node);
    if (gaps.length === 0 || this.describe(demands) !== 'anything') return gaps;
    return mergeGaps(gaps.map((gap) => (gap.path === '' ? { ...gap, produced: 'anything' } : gap)));
  }

  explainAll(shapes: readonly Shape[], node: SchemaNode): readonly Gap[] {
    const { judge } = this;
    const failing = shapes.filter((shape) => !judge.fits(shape, node) && !judge.isVacuous(shape));
    return mergeGaps(failing.slice(0, mostShapes).flatMap((shape) => this.explainShape(shape, node)));
  }

  explainShape(shape: Shape, node: SchemaNode): readonly Gap[] {
    this.#depth += 1;
    this.#explained += 1;
    const gaps = this.#depth > deepest || this.#explained > mostExplained ? [] : this.#gapsOf(shape, node);
    this.judge.graph.work.spend(1 + gaps.length);
    this.#depth -= 1;
    return gaps.length > 0 ? gaps : [this.leaf(shape, [...node.atoms.map(({ id }) => id)], node)];
  }

  /** `a string or null`. */
  describe(demands: Demands): string {
    const { judge } = this;
    const kinds = judge.shapes.of(demands).filter((shape) => !judge.isVacuous(shape));
    return describeKinds(kinds.map(({ facts }) => facts));
  }

  /** A gap at the value itself: some of the node's atoms do not hold. */
  leaf(shape: Shape, atoms: readonly number[], node: SchemaNode): Gap {
    const { graph } = this.judge;
    const failing = graph.nodeOf(node.atoms.filter(({ id }) => atoms.includes(id)));
    const gap: Gap = {
      path: '',
      rank: 'other',
      produced: [shape.facts],
      needed: needed(this, shape.facts.type, failing, node),
      examples: () => this.samples.of(both(shape.demands, [-failing.id])),
    };
    return producedBy(gap) === gap.needed ? { ...gap, needed: `${gap.needed}, of which more is asked` } : gap;
  }

  #gapsOf(shape: Shape, node: SchemaNode): readonly Gap[] {
    const { judge } = this;
    const { values } = shape.facts;
    if (values !== undefined) {
      const wrong = values.filter((value: JsonValue) => !judge.shapes.acceptance.accepts(node, value));
      return explainValues(this, wrong, node);
    }
    const failing = node.atoms.filter((atom) => !judge.holds(shape, atom));
    const explained = failing.map((atom) => [atom, explainAtom(this, shape, atom)] as const);
    const own = explained.filter(([, gaps]) => gaps === undefined).map(([atom]) => atom.id);
    const inside = explained.flatMap(([, gaps]) => gaps ?? []);
    return own.length === 0 ? inside : [this.leaf(shape, own, node), ...inside];
  }
}
