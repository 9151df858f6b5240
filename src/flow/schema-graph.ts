import type { JsonObject } from '../json.js';
import type { Atom, Members, SchemaNode, Statement } from './atom.js';
import { classesOf } from './classes.js';
import type { Demands } from './demands.js';
import { SchemaReader } from './read-schema.js';
import { keyOf, mapChildren } from './statement.js';
import type { Work } from './work.js';

interface MutableNode {
  readonly id: number;
  atoms: readonly Atom[];
}

/** The schemas of one comparison as nodes, equal ones only once, and what is made up on the way. */
export class SchemaGraph {
  readonly #nodes: SchemaNode[] = [];
  readonly #byAtoms = new Map<string, SchemaNode>();
  readonly #atoms = new Map<string, Atom>();

  /** The root of each schema. */
  readonly roots: readonly SchemaNode[];
  readonly anything: SchemaNode;
  readonly nothing: SchemaNode;

  /** Throws when a schema is not self-contained, or of an unknown dialect. */
  constructor(
    schemas: readonly JsonObject[],
    readonly work: Work,
  ) {
    const reader = new SchemaReader(work);
    const places = schemas.map((schema) => reader.read(schema));
    const classes = classesOf(reader.nodes, work);
    const made = new Map<number, MutableNode>();
    const nodeAt = (place: number): MutableNode => {
      const number = classes[place] ?? 0;
      const node = made.get(number) ?? this.#newNode();
      made.set(number, node);
      return node;
    };
    for (const place of reader.nodes.keys()) nodeAt(place);
    for (const [place, { statements }] of reader.nodes.entries()) {
      const node = nodeAt(place);
      if (node.atoms.length > 0 || statements.length === 0) continue;
      node.atoms = distinct(statements.map((each) => this.atom(mapChildren(each, nodeAt))));
    }
    for (const node of made.values()) this.#byAtoms.set(keyOfAtoms(node.atoms), node);
    this.roots = places.map(nodeAt);
    this.anything = this.node();
    this.nothing = this.node({ kind: 'never' });
  }

  /** The node with this id. */
  at(id: number): SchemaNode {
    return this.#nodes[id - 1] ?? this.anything;
  }

  /** The one atom for a statement. */
  atom(statement: Statement): Atom {
    const key = keyOf(statement, (child) => child.id);
    const known = this.#atoms.get(key);
    if (known !== undefined) return known;
    const atom: Atom = { ...statement, id: this.#atoms.size + 1 };
    this.#atoms.set(key, atom);
    return atom;
  }

  /** The node of all values for which the statements hold. */
  node(...statements: readonly Statement[]): SchemaNode {
    return this.nodeOf(statements.map((each) => this.atom(each)));
  }

  /** The same for atoms that are there already. */
  nodeOf(atoms: readonly Atom[]): SchemaNode {
    const key = keyOfAtoms(atoms);
    const known = this.#byAtoms.get(key);
    if (known !== undefined) return known;
    const node = this.#newNode();
    node.atoms = distinct(atoms);
    this.#byAtoms.set(key, node);
    return node;
  }

  /** The node of all values that satisfy the demands. */
  nodeFor(demands: Demands): SchemaNode {
    const telling = demands.filter((id) => id !== this.anything.id);
    const [only] = telling;
    if (only !== undefined && only > 0 && telling.length === 1) return this.at(only);
    return this.node(
      ...telling.map(
        (id): Statement => (id > 0 ? { kind: 'all', nodes: [this.at(id)] } : { kind: 'not', node: this.at(-id) }),
      ),
    );
  }

  /** The node of all values that are valid for one of the nodes, or more. */
  anyOf(nodes: readonly SchemaNode[]): SchemaNode {
    const [only = this.nothing, ...others] = new Set(nodes);
    if (nodes.includes(this.anything)) return this.anything;
    return others.length === 0 ? only : this.node({ kind: 'any', nodes: [only, ...others] });
  }

  /** The statement on members that only says something of one. */
  member(name: string, node: SchemaNode): Members {
    return {
      kind: 'members',
      properties: new Map([[name, node]]),
      patterns: new Map(),
      rest: this.anything,
      restGiven: false,
    };
  }

  #newNode(): MutableNode {
    this.work.spend();
    const node: MutableNode = { id: this.#nodes.length + 1, atoms: [] };
    this.#nodes.push(node);
    return node;
  }
}

function keyOfAtoms(atoms: readonly Atom[]): string {
  return [...new Set(atoms.map(({ id }) => id))].sort((a, b) => a - b).join(',');
}

function distinct(atoms: readonly Atom[]): readonly Atom[] {
  return [...new Map(atoms.map((atom) => [atom.id, atom])).values()];
}
