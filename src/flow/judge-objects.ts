import type { Atom, AtomOf, Members, SchemaNode } from './atom.js';
import type { Judge } from './judge.js';
import type { MemberCase } from './parts.js';
import type { Shape } from './shapes.js';

/** What is known of objects, and what it implies. */
export class JudgeObjects {
  constructor(private readonly judge: Judge) {}

  holds(shape: Shape, atom: Atom): boolean {
    const { facts } = shape;
    const { judge } = this;
    switch (atom.kind) {
      case 'required':
        return facts.required.has(atom.name);
      case 'minProperties':
        return Math.max(facts.fewest, facts.required.size) >= atom.count;
      case 'maxProperties':
        return facts.most <= atom.count || this.#mostMembers(shape) <= atom.count;
      case 'members':
        return this.casesAgainst(shape, atom).length === 0;
      case 'propertyNames':
        return judge.parts.casesOf(shape).every((each) => this.#isNamed(each, atom.node) || this.#isImpossible(each));
      case 'dependentRequired':
      case 'dependentSchema':
        return this.#depends(shape, atom);
      default:
        return false;
    }
  }

  /** The members that are not shown to be as the schema wants them. */
  casesAgainst(shape: Shape, atom: Members): readonly MemberCase[] {
    const { judge } = this;
    return judge.parts.casesOf(shape, atom).filter((each) => {
      const nodes = judge.parts.nodesFor(atom, each);
      if (nodes.every((node) => judge.partFeeds(each.demands, node))) return false;
      return !this.#isImpossible(each);
    });
  }

  isVacuous(shape: Shape): boolean {
    const { facts } = shape;
    const { judge } = this;
    for (const name of facts.required) {
      if (!judge.parts.mayHave(shape, name)) return true;
      if (judge.isPartEmpty(judge.parts.memberAt(shape, name))) return true;
    }
    return facts.fewest > facts.required.size && this.#mostMembers(shape) < facts.fewest;
  }

  /** As many members as a value of the shape can have. */
  #mostMembers(shape: Shape): number {
    const possible = this.judge.parts.casesOf(shape).filter((each) => !this.#isImpossible(each));
    const isOpen = possible.some(({ name }) => name === undefined);
    return Math.min(shape.facts.most, isOpen ? Number.POSITIVE_INFINITY : possible.length);
  }

  /** There is no such member: it can have no value, or no name. */
  #isImpossible({ name, names, demands }: MemberCase): boolean {
    return this.judge.isPartEmpty(demands) || (name === undefined && this.judge.isPartEmpty(names));
  }

  #isNamed({ name, names }: MemberCase, node: SchemaNode): boolean {
    return name === undefined ? this.judge.partFeeds(names, node) : this.judge.shapes.acceptance.accepts(node, name);
  }

  #depends(shape: Shape, atom: AtomOf<'dependentRequired'> | AtomOf<'dependentSchema'>): boolean {
    const { judge } = this;
    if (!judge.parts.mayHave(shape, atom.name)) return true;
    const required = judge.graph.node({ kind: 'required', name: atom.name });
    const wanted =
      atom.kind === 'dependentSchema' ? atom.node : judge.graph.node({ kind: 'required', name: atom.other });
    return judge.allFit(judge.shapes.narrow(shape, required.id), wanted);
  }
}
