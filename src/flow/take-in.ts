import { typeOf } from '../json.js';
import { isOneOf } from '../runtime/same-json.js';
import { type Atom, type Items, type Members, type SchemaNode, typeOfAtom } from './atom.js';
import type { Demands } from './demands.js';
import { type Facts, isConsistent, tighter } from './facts.js';
import { factsOfFormat } from './format-facts.js';
import type { SchemaGraph } from './schema-graph.js';
import { evaluatedBound } from './source-unevaluated.js';

/** Alternatives, one of which must hold. */
export type Choice = readonly Demands[];

/** With more alternatives, "not exactly one of them" is not followed. */
const mostOpposed = 4;

/**
 * Takes demands into the facts of values of one type, and what follows from them at once. Alternatives are put aside. What cannot
 * be told by facts is kept by name only: the facts then describe more values than there are, never fewer.
 */
export class Intake {
  readonly choices: Choice[] = [];
  readonly #queue: number[] = [];

  constructor(
    readonly facts: Facts,
    private readonly graph: SchemaGraph,
  ) {}

  /** False when no value satisfies the demands. */
  take(demands: Iterable<number>): boolean {
    this.#queue.push(...demands);
    do {
      for (let id = this.#queue.pop(); id !== undefined; id = this.#queue.pop()) if (!this.#demand(id)) return false;
      if (!this.#resolveDependents()) return false;
    } while (this.#queue.length > 0);
    return isConsistent(this.facts);
  }

  /** Whether the demand follows from what was taken in, as far as that is known by name. */
  isKnown(id: number): boolean {
    if (this.facts.seen.has(id)) return true;
    const { atoms } = this.graph.at(Math.abs(id));
    const { holds, denied } = this.facts;
    return id > 0
      ? atoms.every((atom) => holds.has(atom.id) || this.#isForeign(atom))
      : atoms.some((atom) => denied.has(atom.id));
  }

  #isForeign(atom: Atom): boolean {
    const type = typeOfAtom(atom);
    return type !== undefined && type !== this.facts.type;
  }

  #demand(id: number): boolean {
    const { facts, graph } = this;
    if (facts.seen.has(id)) return true;
    if (facts.seen.has(-id)) return false;
    facts.seen.add(id);
    graph.work.spend();
    const node = graph.at(Math.abs(id));
    return id > 0 ? node.atoms.every((atom) => this.#hold(atom)) : this.#refuse(node);
  }

  /** One of the node's atoms must not hold. */
  #refuse(node: SchemaNode): boolean {
    this.facts.fails.add(node);
    const doubtful = node.atoms.filter((atom) => !this.#isForeign(atom) && !this.facts.holds.has(atom.id));
    if (doubtful.some((atom) => this.facts.denied.has(atom.id) || this.#isRefuted(atom))) return true;
    const [only] = doubtful;
    if (only === undefined) return false;
    if (doubtful.length === 1) return this.#deny(only);
    this.choices.push(doubtful.map((atom) => [-this.graph.nodeOf([atom]).id]));
    return true;
  }

  /** Whether the type alone says that the atom does not hold. */
  #isRefuted(atom: Atom): boolean {
    if (atom.kind === 'never') return true;
    if (atom.kind === 'type')
      return !atom.types.some(
        (name) => name === this.facts.type || (name === 'integer' && this.facts.type === 'number'),
      );
    return atom.kind === 'values' && !atom.values.some((value) => typeOf(value) === this.facts.type);
  }

  #hold(atom: Atom): boolean {
    const { facts, graph } = this;
    if (facts.denied.has(atom.id)) return false;
    if (facts.holds.has(atom.id)) return true;
    facts.holds.add(atom.id);
    if (this.#isForeign(atom)) return true;
    graph.work.spend();
    switch (atom.kind) {
      case 'never':
        return false;
      case 'type':
        if (atom.types.includes(facts.type)) return true;
        return facts.type === 'number' && atom.types.includes('integer') && this.#setInteger(true);
      case 'values': {
        const own = atom.values.filter((value) => typeOf(value) === facts.type);
        const { values } = facts;
        graph.work.spend(own.length * Math.min(values?.length ?? 1, 50));
        facts.values = values === undefined ? own : own.filter((value) => isOneOf(values, value));
        return facts.values.length > 0;
      }
      case 'minimum':
        facts.low = tighter(facts.low, atom, true);
        return true;
      case 'maximum':
        facts.high = tighter(facts.high, atom, false);
        return true;
      case 'multipleOf':
        facts.divisors.add(atom.divisor);
        return true;
      case 'minLength':
      case 'minItems':
      case 'minProperties':
        facts.fewest = Math.max(facts.fewest, atom.count);
        return true;
      case 'maxLength':
      case 'maxItems':
      case 'maxProperties':
        facts.most = Math.min(facts.most, atom.count);
        return true;
      case 'pattern':
        facts.patterns.add(atom.source);
        return true;
      case 'format':
        this.#holdFormat(atom.format);
        return true;
      case 'uniqueItems':
        facts.isUnique = true;
        return true;
      case 'items':
        facts.items.push(atom);
        return true;
      case 'contains':
        facts.contains.push(atom);
        facts.fewest = Math.max(facts.fewest, atom.fewest);
        return atom.fewest <= atom.most;
      case 'members':
        facts.members.push(atom);
        return true;
      case 'required':
        facts.required.add(atom.name);
        return true;
      case 'propertyNames':
        facts.names.push(atom.node.id);
        return true;
      case 'dependentRequired':
      case 'dependentSchema':
        facts.dependents.add(atom);
        return true;
      case 'all':
        this.#queue.push(...atom.nodes.map(({ id }) => id));
        return true;
      case 'any':
        this.choices.push(atom.nodes.map(({ id }) => [id]));
        return true;
      case 'one':
        this.choices.push(onlyOneOf(atom.nodes));
        return true;
      case 'not':
        this.#queue.push(-atom.node.id);
        return true;
      case 'if':
        this.choices.push([
          [atom.condition.id, atom.positive.id],
          [-atom.condition.id, atom.negative.id],
        ]);
        return true;
      case 'unevaluatedItems':
      case 'unevaluatedProperties': {
        const bound: Items | Members | undefined = evaluatedBound(atom, graph);
        if (bound !== undefined) this.#queue.push(graph.node(bound).id);
        return true;
      }
    }
  }

  #holdFormat(format: string): void {
    const { facts } = this;
    const { pattern, fewest = 0, most = Number.POSITIVE_INFINITY, within = [] } = factsOfFormat(format);
    for (const each of [format, ...within]) facts.formats.add(each);
    if (pattern !== undefined) facts.patterns.add(pattern);
    facts.fewest = Math.max(facts.fewest, fewest);
    facts.most = Math.min(facts.most, most);
  }

  #setInteger(isInteger: boolean): boolean {
    const { facts } = this;
    if (facts.isInteger === !isInteger) return false;
    facts.isInteger = isInteger;
    return true;
  }

  #deny(atom: Atom): boolean {
    const { facts, graph } = this;
    if (this.#isForeign(atom) || facts.holds.has(atom.id)) return false;
    if (facts.denied.has(atom.id)) return true;
    facts.denied.add(atom.id);
    graph.work.spend();
    switch (atom.kind) {
      case 'never':
        return true;
      case 'type':
        if (atom.types.includes(facts.type)) return false;
        return facts.type !== 'number' || !atom.types.includes('integer') || this.#setInteger(false);
      case 'minimum':
        facts.high = tighter(facts.high, { bound: atom.bound, exclusive: !atom.exclusive }, false);
        return true;
      case 'maximum':
        facts.low = tighter(facts.low, { bound: atom.bound, exclusive: !atom.exclusive }, true);
        return true;
      case 'minLength':
      case 'minItems':
      case 'minProperties':
        facts.most = Math.min(facts.most, atom.count - 1);
        return true;
      case 'maxLength':
      case 'maxItems':
      case 'maxProperties':
        facts.fewest = Math.max(facts.fewest, atom.count + 1);
        return true;
      case 'pattern':
        facts.otherPatterns.add(atom.source);
        return true;
      case 'uniqueItems':
        facts.fewest = Math.max(facts.fewest, 2);
        return true;
      case 'contains':
        return this.#denyContains(atom.node, atom.fewest, atom.most);
      case 'items':
        this.#denyItems(atom);
        return true;
      case 'members':
        this.#denyMembers(atom);
        return true;
      case 'required':
        facts.absent.add(atom.name);
        return true;
      case 'propertyNames':
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
        facts.fewest = Math.max(facts.fewest, 1);
        return true;
      case 'dependentRequired':
        facts.required.add(atom.name);
        facts.absent.add(atom.other);
        return true;
      case 'dependentSchema':
        facts.required.add(atom.name);
        this.#queue.push(-atom.node.id);
        return true;
      case 'all':
        this.choices.push(atom.nodes.map(({ id }) => [-id]));
        return true;
      case 'any':
        this.#queue.push(...atom.nodes.map(({ id }) => -id));
        return true;
      case 'one':
        if (atom.nodes.length <= mostOpposed) this.choices.push(notOnlyOneOf(atom.nodes));
        return true;
      case 'not':
        this.#queue.push(atom.node.id);
        return true;
      case 'if':
        this.choices.push([
          [atom.condition.id, -atom.positive.id],
          [-atom.condition.id, -atom.negative.id],
        ]);
        return true;
      case 'values':
      case 'multipleOf':
      case 'format':
        return true;
    }
  }

  #denyContains(node: SchemaNode, fewest: number, most: number): boolean {
    if (most !== Number.POSITIVE_INFINITY || fewest > 1) return true;
    if (fewest === 0) return false;
    const { graph } = this;
    const rest = graph.node({ kind: 'not', node });
    this.#queue.push(graph.node({ kind: 'items', prefix: [], rest, restGiven: false }).id);
    return true;
  }

  /** Some item fails: one of the listed, or a later one. */
  #denyItems({ prefix, rest }: Items): void {
    const { graph } = this;
    const atLeast = (count: number) => graph.node({ kind: 'minItems', count }).id;
    const alternatives = prefix.map((node, index) => {
      const before = Array.from({ length: index }, () => graph.anything);
      const item = graph.node({ kind: 'not', node });
      const items: Items = { kind: 'items', prefix: [...before, item], rest: graph.anything, restGiven: false };
      return [atLeast(index + 1), graph.node(items).id];
    });
    const isRestKnown = prefix.length === 0;
    if (isRestKnown) alternatives.push([this.#someItem(graph.node({ kind: 'not', node: rest }))]);
    else if (rest !== graph.anything) alternatives.push([atLeast(prefix.length + 1)]);
    this.choices.push(alternatives);
  }

  #someItem(node: SchemaNode): number {
    const most = Number.POSITIVE_INFINITY;
    return this.graph.node({ kind: 'contains', node, fewest: 1, most, evaluates: false }).id;
  }

  /** Some member fails: one of the listed, or another. */
  #denyMembers({ properties, patterns, rest }: Members): void {
    const { graph } = this;
    const alternatives: Demands[] = [];
    for (const [name, node] of properties) {
      if (node === graph.anything) continue;
      const member = graph.node({ kind: 'required', name }, graph.member(name, graph.node({ kind: 'not', node })));
      alternatives.push([member.id]);
    }
    const saysMore = rest !== graph.anything || [...patterns.values()].some((node) => node !== graph.anything);
    if (saysMore) alternatives.push([graph.node({ kind: 'minProperties', count: 1 }).id]);
    this.choices.push(alternatives);
  }

  #resolveDependents(): boolean {
    const { facts } = this;
    if (facts.type !== 'object') return true;
    for (const atom of [...facts.dependents]) {
      if (atom.kind !== 'dependentRequired' && atom.kind !== 'dependentSchema') continue;
      if (facts.absent.has(atom.name)) facts.dependents.delete(atom);
      if (!facts.required.has(atom.name)) continue;
      facts.dependents.delete(atom);
      if (atom.kind === 'dependentRequired') {
        facts.required.add(atom.other);
        return this.#resolveDependents();
      }
      this.#queue.push(atom.node.id);
    }
    return true;
  }
}

function onlyOneOf(nodes: readonly SchemaNode[]): Choice {
  return nodes.map(({ id }, index) => [id, ...nodes.filter((_, other) => other !== index).map((other) => -other.id)]);
}

function notOnlyOneOf(nodes: readonly SchemaNode[]): Choice {
  const pairs = nodes.flatMap((one, index) => nodes.slice(index + 1).map((other) => [one.id, other.id]));
  return [nodes.map(({ id }) => -id), ...pairs];
}
