import type { Items, Members, SchemaNode } from './atom.js';
import { type Demands, demandsOf } from './demands.js';
import { valuesOf } from './read-schema.js';
import type { Shape, Shapes } from './shapes.js';

/** Members of one name, or of all names of a kind that no schema lists. */
export interface MemberCase {
  /** Undefined for all other names of a kind. */
  readonly name: string | undefined;
  /** Demands on the name itself. */
  readonly names: Demands;
  /** Demands on the member. */
  readonly demands: Demands;
  readonly isRequired: boolean;
}

/** Names are told apart by which of so many patterns they match; with more, nothing is known of members that are not listed. */
const mostPatterns = 4;

/** What is known of the items and members of the values of a shape. */
export class Parts {
  constructor(private readonly shapes: Shapes) {}

  /** What an item satisfies. */
  itemAt({ facts }: Shape, index: number): Demands {
    return demandsOf(facts.items.map(({ prefix, rest }) => (prefix[index] ?? rest).id));
  }

  /** The index from which on all items satisfy the same. */
  restFrom({ facts }: Shape, other?: Items): number {
    return Math.max(other?.prefix.length ?? 0, ...facts.items.map(({ prefix }) => prefix.length), 0);
  }

  /** What a member of this name satisfies, where there is one. */
  memberAt({ facts }: Shape, name: string): Demands {
    const { acceptance } = this.shapes;
    return demandsOf(facts.members.flatMap((each) => acceptance.nodesAt(each, name)).map(({ id }) => id));
  }

  /** False when no value of the shape has a member of this name, whatever the member would be. */
  mayHave({ facts }: Shape, name: string): boolean {
    if (facts.absent.has(name)) return false;
    if (facts.required.size >= facts.most && !facts.required.has(name)) return false;
    return facts.names.length === 0 || this.shapes.satisfies(facts.names, name);
  }

  /** Every member that a value of the shape may have, by the names that the shape or the other schema speak of, and the rest. */
  casesOf(shape: Shape, other?: Members): readonly MemberCase[] {
    const { facts } = shape;
    const listed = this.#namesOf(shape);
    for (const name of other?.properties.keys() ?? []) listed.add(name);
    const found: MemberCase[] = [];
    for (const name of [...listed].sort()) {
      if (!this.mayHave(shape, name)) continue;
      found.push({ name, names: [], demands: this.memberAt(shape, name), isRequired: facts.required.has(name) });
    }
    if (facts.required.size < facts.most) found.push(...this.#otherCases(shape, [...listed].sort(), other));
    return found;
  }

  /** What a schema says of the members of a case. */
  nodesFor(members: Members, { name, names }: MemberCase): readonly SchemaNode[] {
    if (name !== undefined) return this.shapes.acceptance.nodesAt(members, name);
    const { graph } = this.shapes;
    const idOf = (source: string) => graph.node({ kind: 'pattern', source }).id;
    // A pattern of which it is not told whether the name matches may ask for its part as well.
    const possible = [...members.patterns].filter(([source]) => !names.includes(-idOf(source)));
    const isMatched = possible.some(([source]) => names.includes(idOf(source)));
    return [...(isMatched ? [] : [members.rest]), ...possible.map(([, node]) => node)];
  }

  #namesOf({ facts }: Shape): Set<string> {
    const names = new Set<string>(facts.required);
    for (const each of facts.members) for (const name of each.properties.keys()) names.add(name);
    if (facts.names.length === 0) return names;
    for (const shape of this.shapes.of(demandsOf(facts.names))) {
      for (const value of shape.facts.values ?? []) if (typeof value === 'string') names.add(value);
    }
    return names;
  }

  #otherCases(shape: Shape, listed: readonly string[], other: Members | undefined): readonly MemberCase[] {
    const { facts } = shape;
    const { graph } = this.shapes;
    const all = other === undefined ? facts.members : [...facts.members, other];
    const sources = [...new Set(all.flatMap(({ patterns }) => [...patterns.keys()]))].sort();
    const isTold = sources.length <= mostPatterns;
    const told = (isTold ? sources : []).map((source) => graph.node({ kind: 'pattern', source }).id);
    const unlisted = listed.length === 0 ? [] : [-graph.node(valuesOf(listed)).id];
    const text = graph.node({ kind: 'type', types: ['string'] }).id;
    return Array.from({ length: 2 ** told.length }, (_, bits): MemberCase => {
      const matches = told.map((id, index) => ((bits >> index) % 2 === 1 ? id : -id));
      const names = demandsOf([text, ...unlisted, ...facts.names, ...matches]);
      const only = { name: undefined, names, demands: [], isRequired: false };
      // Of names that are not told apart nothing is known but what holds for all.
      const known = facts.members.filter(({ patterns }) => isTold || patterns.size === 0);
      return { ...only, demands: demandsOf(known.flatMap((each) => this.nodesFor(each, only)).map(({ id }) => id)) };
    });
  }
}
