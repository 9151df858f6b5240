import { type Atom, type Members, type SchemaNode, typeOfAtom } from './atom.js';
import { both, type Demands, keyOfDemands } from './demands.js';
import { TextFinder } from './find-text.js';
import { JudgeArrays } from './judge-arrays.js';
import { JudgeObjects } from './judge-objects.js';
import { holdsForNumbers, holdsForTexts } from './judge-scalars.js';
import { type MemberCase, Parts } from './parts.js';
import { Proofs } from './proofs.js';
import type { SchemaGraph } from './schema-graph.js';
import { type Shape, Shapes } from './shapes.js';
import { Splits } from './splits.js';
import { holdsBeyondEvaluated } from './target-unevaluated.js';

/**
 * Shows that every value that satisfies some demands is valid for a schema, or that there is no such value. All its answers are one-sided:
 * true is proven, false only means that it was not.
 */
export class Judge {
  readonly shapes: Shapes;
  readonly parts: Parts;
  readonly texts: TextFinder;
  readonly splits: Splits;
  readonly #proofs: Proofs;
  readonly #arrays: JudgeArrays;
  readonly #objects: JudgeObjects;

  constructor(readonly graph: SchemaGraph) {
    this.shapes = new Shapes(graph);
    this.parts = new Parts(this.shapes);
    this.texts = new TextFinder(graph.work);
    this.splits = new Splits(this);
    this.#proofs = new Proofs(graph.work);
    this.#arrays = new JudgeArrays(this);
    this.#objects = new JudgeObjects(this);
  }

  /** Every value that satisfies the demands is valid for the node. */
  feeds(demands: Demands, node: SchemaNode): boolean {
    if (node.atoms.length === 0 || demands.includes(node.id)) return true;
    if (demands.includes(this.graph.nothing.id)) return true;
    return this.#proofs.prove(`${keyOfDemands(demands)} > ${node.id}`, () =>
      this.allFit(this.shapes.of(demands), node),
    );
  }

  /** The same for a part of the value that is being judged: a member, an item, a name. */
  partFeeds(demands: Demands, node: SchemaNode): boolean {
    return this.#proofs.ofPart(() => this.feeds(demands, node));
  }

  /** No value satisfies the demands. */
  isEmpty(demands: Demands): boolean {
    if (demands.length === 0) return false;
    return this.#proofs.prove(`${keyOfDemands(demands)} empty`, () => this.areVacuous(this.shapes.of(demands)));
  }

  isPartEmpty(demands: Demands): boolean {
    return this.#proofs.ofPart(() => this.isEmpty(demands));
  }

  /** No value of the shape satisfies the further demands. */
  excludes(shape: Shape, ...further: readonly number[]): boolean {
    return this.isEmpty(both(shape.demands, further));
  }

  allFit(shapes: readonly Shape[], node: SchemaNode): boolean {
    return shapes.every((shape) => this.fits(shape, node) || this.isVacuous(shape));
  }

  areVacuous(shapes: readonly Shape[]): boolean {
    return shapes.every((shape) => this.isVacuous(shape));
  }

  /** Every value of the shape is valid for the node. */
  fits(shape: Shape, node: SchemaNode): boolean {
    const { facts, demands, key } = shape;
    if (demands.includes(node.id) || node.atoms.every((atom) => isPlain(shape, atom))) return true;
    if (facts.values !== undefined) return facts.values.every((value) => this.shapes.acceptance.accepts(node, value));
    return this.#proofs.prove(`${key} is ${node.id}`, () => node.atoms.every((atom) => this.holds(shape, atom)));
  }

  /** The atom holds for every value of the shape. */
  holds(shape: Shape, atom: Atom): boolean {
    const { facts } = shape;
    if (isPlain(shape, atom)) return true;
    this.graph.work.spend();
    if (facts.values !== undefined) return facts.values.every((value) => this.shapes.acceptance.holds(atom, value));
    switch (atom.kind) {
      case 'never':
        return false;
      case 'type':
        return atom.types.includes(facts.type) || (facts.isInteger === true && atom.types.includes('integer'));
      case 'all':
        return atom.nodes.every((node) => this.fits(shape, node));
      case 'any':
        return this.splits.areCovered(shape, atom.nodes);
      case 'one':
        return this.splits.areInOne(shape, atom.nodes);
      case 'not':
        return this.excludes(shape, atom.node.id);
      case 'if':
        return (
          this.allFit(this.shapes.narrow(shape, atom.condition.id), atom.positive) &&
          this.allFit(this.shapes.narrow(shape, -atom.condition.id), atom.negative)
        );
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
        return holdsBeyondEvaluated(shape, atom, this);
      default:
        break;
    }
    switch (facts.type) {
      case 'number':
        return holdsForNumbers(facts, atom);
      case 'string':
        return holdsForTexts(facts, atom, this.texts);
      case 'array':
        return this.#arrays.holds(shape, atom);
      case 'object':
        return this.#objects.holds(shape, atom);
      default:
        return false;
    }
  }

  /** No value is of the shape, though its facts do not say so on their face. */
  isVacuous(shape: Shape): boolean {
    const { facts, key } = shape;
    if (facts.values !== undefined) return false;
    return this.#proofs.prove(`${key} vacuous`, () => {
      if (facts.type === 'string' && this.#hasNoText(shape)) return true;
      if (facts.type === 'array' && this.#arrays.isVacuous(shape)) return true;
      if (facts.type === 'object' && this.#objects.isVacuous(shape)) return true;
      return [...facts.fails].some((node) => this.fits(shape, node));
    });
  }

  /** The members that are not shown to be as a schema wants them. */
  casesAgainst(shape: Shape, members: Members): readonly MemberCase[] {
    return this.#objects.casesAgainst(shape, members);
  }

  /** Items that a value of the shape can have at most. */
  mostItems(shape: Shape): number {
    return this.#arrays.mostItems(shape);
  }

  #hasNoText({ facts }: Shape): boolean {
    if (facts.patterns.size + facts.otherPatterns.size === 0) return false;
    const { patterns, otherPatterns, fewest, most } = facts;
    return this.texts.find({ matching: [...patterns], avoiding: [...otherPatterns], fewest, most }) === 'none';
  }
}

/** The atom is known to hold by its name, or says nothing of values of this type. */
function isPlain({ facts }: Shape, atom: Atom): boolean {
  const type = typeOfAtom(atom);
  return facts.holds.has(atom.id) || (type !== undefined && type !== facts.type);
}
