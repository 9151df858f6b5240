import type { Atom, SchemaNode, Unevaluated } from './atom.js';
import type { Judge } from './judge.js';
import type { Shape } from './shapes.js';

/** Alternatives in place are told apart one after the other, so many deep. */
const mostSplits = 3;

/**
 * Whether what no schema in place looks at satisfies the `unevaluated` keyword. A schema counts as looking only where every value
 * of the shape satisfies it; where only some do, the values are told apart.
 */
export function holdsBeyondEvaluated(shape: Shape, atom: Unevaluated, judge: Judge, splits = mostSplits): boolean {
  const seen = new Seen(shape, atom, judge);
  if (seen.visit(atom.owner)) return true;
  if (judge.holds(shape, seen.rest())) return true;
  if (splits === 0 || seen.doubtful.length === 0) return false;
  const ids = seen.doubtful.map(({ id }) => id);
  const cases = [...ids.map((id) => [id]), ids.map((id) => -id)];
  return cases.every((each) =>
    judge.shapes
      .narrow(shape, ...each)
      .every((part) => judge.isVacuous(part) || holdsBeyondEvaluated(part, atom, judge, splits - 1)),
  );
}

/** What is left to satisfy beside what is looked at, as an atom of its own; undefined when everything is looked at. */
export function beyondEvaluated(shape: Shape, atom: Unevaluated, judge: Judge): Atom | undefined {
  const seen = new Seen(shape, atom, judge);
  return seen.visit(atom.owner) ? undefined : seen.rest();
}

class Seen {
  readonly #names = new Set<string>();
  readonly #patterns = new Set<string>();
  readonly #contained: SchemaNode[] = [];
  readonly #visited = new Set<SchemaNode>();
  #items = 0;
  /** The first alternatives of which it depends on the value which apply. */
  doubtful: readonly SchemaNode[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly atom: Unevaluated,
    private readonly judge: Judge,
  ) {}

  /** True when everything is looked at. */
  visit(node: SchemaNode): boolean {
    if (this.#visited.has(node)) return false;
    this.#visited.add(node);
    return node.atoms.some((atom) => this.#looksAtAll(atom) || this.#inPlace(atom).some((each) => this.visit(each)));
  }

  /** What is left to satisfy, as an atom of its own. */
  rest(): Atom {
    const { graph } = this.judge;
    const { anything } = graph;
    const { kind, node } = this.atom;
    if (kind === 'unevaluatedProperties') {
      const free = (keys: Iterable<string>) => new Map([...keys].sort().map((key) => [key, anything] as const));
      const [properties, patterns] = [free(this.#names), free(this.#patterns)];
      return graph.atom({ kind: 'members', properties, patterns, rest: node, restGiven: false });
    }
    const prefix = Array.from({ length: this.#items }, () => anything);
    const rest = this.#contained.length === 0 ? node : graph.node({ kind: 'any', nodes: [node, ...this.#contained] });
    return graph.atom({ kind: 'items', prefix, rest, restGiven: false });
  }

  #looksAtAll(atom: Atom): boolean {
    const isMembers = this.atom.kind === 'unevaluatedProperties';
    switch (atom.kind) {
      case 'members':
        if (!isMembers) return false;
        for (const name of atom.properties.keys()) this.#names.add(name);
        for (const source of atom.patterns.keys()) this.#patterns.add(source);
        return atom.restGiven;
      case 'items':
        if (isMembers) return false;
        this.#items = Math.max(this.#items, atom.prefix.length);
        return atom.restGiven;
      case 'contains':
        if (!isMembers && atom.evaluates) this.#contained.push(atom.node);
        return false;
      case 'unevaluatedItems':
      case 'unevaluatedProperties':
        return atom.kind === this.atom.kind && atom.owner !== this.atom.owner;
      default:
        return false;
    }
  }

  #inPlace(atom: Atom): readonly SchemaNode[] {
    const { judge, shape } = this;
    switch (atom.kind) {
      case 'all':
        return atom.nodes;
      case 'any':
      case 'one': {
        const candidates = judge.splits.candidates(shape, atom.nodes);
        const sure = candidates.filter((node) => judge.fits(shape, node));
        if (sure.length < candidates.length) this.#doubt(candidates);
        return sure;
      }
      case 'if':
        if (judge.fits(shape, atom.condition)) return [atom.condition, atom.positive];
        if (judge.excludes(shape, atom.condition.id)) return [atom.negative];
        this.#doubt([atom.condition]);
        return [];
      case 'dependentSchema':
        if (shape.facts.required.has(atom.name)) return [atom.node];
        if (judge.parts.mayHave(shape, atom.name))
          this.#doubt([judge.graph.node({ kind: 'required', name: atom.name })]);
        return [];
      default:
        return [];
    }
  }

  #doubt(nodes: readonly SchemaNode[]): void {
    if (this.doubtful.length === 0) this.doubtful = nodes;
  }
}
