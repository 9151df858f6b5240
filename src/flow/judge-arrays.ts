import type { Atom, AtomOf } from './atom.js';
import { both } from './demands.js';
import type { Judge } from './judge.js';
import type { Shape } from './shapes.js';

/** Longer arrays are not looked at item by item. */
const mostIndexes = 1_000;

/** What is known of arrays, and what it implies. */
export class JudgeArrays {
  constructor(private readonly judge: Judge) {}

  holds(shape: Shape, atom: Atom): boolean {
    const { facts } = shape;
    switch (atom.kind) {
      case 'minItems':
        return facts.fewest >= atom.count;
      case 'maxItems':
        return this.mostItems(shape) <= atom.count;
      case 'uniqueItems':
        return facts.isUnique || this.mostItems(shape) <= 1;
      case 'items':
        return this.#itemsFeed(shape, atom);
      case 'contains':
        if (this.judge.parts.restFrom(shape) > mostIndexes) return false;
        return this.#hasEnough(shape, atom) && this.#hasNoMore(shape, atom);
      default:
        return false;
    }
  }

  isVacuous(shape: Shape): boolean {
    const { facts } = shape;
    const most = this.mostItems(shape);
    if (facts.fewest > most) return true;
    if (this.judge.parts.restFrom(shape) > mostIndexes) return false;
    return facts.contains.some(
      ({ fewest, node }) =>
        fewest > 0 && this.#indexes(shape).every((index) => index >= most || this.#excludesAt(shape, index, node.id)),
    );
  }

  /** Before the first item that can have no value. */
  mostItems(shape: Shape): number {
    const { facts } = shape;
    if (facts.items.length === 0) return facts.most;
    const isImpossible = (index: number) => this.judge.isPartEmpty(this.judge.parts.itemAt(shape, index));
    return Math.min(facts.most, this.#indexes(shape).find(isImpossible) ?? Number.POSITIVE_INFINITY);
  }

  /** An index for each kind of item: those that are listed, and the first of the others. */
  #indexes(shape: Shape, atom?: AtomOf<'items'>): readonly number[] {
    const rest = Math.min(this.judge.parts.restFrom(shape, atom), mostIndexes);
    this.judge.graph.work.spend(rest);
    return Array.from({ length: rest + 1 }, (_, index) => index);
  }

  #itemsFeed(shape: Shape, atom: AtomOf<'items'>): boolean {
    const { parts } = this.judge;
    if (parts.restFrom(shape, atom) > mostIndexes) return false;
    return this.#indexes(shape, atom).every((index) => {
      if (index >= shape.facts.most) return true;
      const node = atom.prefix[index] ?? atom.rest;
      if (this.judge.partFeeds(parts.itemAt(shape, index), node)) return true;
      return index >= this.mostItems(shape);
    });
  }

  #excludesAt(shape: Shape, index: number, id: number): boolean {
    return this.judge.isPartEmpty(both(this.judge.parts.itemAt(shape, index), [id]));
  }

  #hasEnough(shape: Shape, { node, fewest }: AtomOf<'contains'>): boolean {
    if (fewest <= 0) return true;
    const { facts } = shape;
    const { judge } = this;
    const rest = judge.parts.restFrom(shape);
    const feedsAt = (index: number, ...also: readonly number[]) =>
      judge.partFeeds(both(judge.parts.itemAt(shape, index), also), node);
    const listed = this.#indexes(shape).filter(
      (index) => index < Math.min(rest, facts.fewest) && feedsAt(index),
    ).length;
    const others = facts.fewest > rest && feedsAt(rest) ? facts.fewest - rest : 0;
    if (listed + others >= fewest) return true;
    return facts.contains.some(
      (each) => each.fewest >= fewest && this.#indexes(shape).every((index) => feedsAt(index, each.node.id)),
    );
  }

  #hasNoMore(shape: Shape, { node, most }: AtomOf<'contains'>): boolean {
    if (most === Number.POSITIVE_INFINITY || this.mostItems(shape) <= most) return true;
    const { facts } = shape;
    const { judge } = this;
    const rest = judge.parts.restFrom(shape);
    if (this.#excludesAt(shape, rest, node.id)) {
      const possible = this.#indexes(shape).filter((index) => index < rest && !this.#excludesAt(shape, index, node.id));
      if (possible.length <= most) return true;
    }
    return facts.contains.some(
      (each) =>
        each.most <= most &&
        this.#indexes(shape).every((index) =>
          judge.partFeeds(both(judge.parts.itemAt(shape, index), [node.id]), each.node),
        ),
    );
  }
}
