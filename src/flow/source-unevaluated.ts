import type { Atom, Items, Members, SchemaNode, Unevaluated } from './atom.js';
import type { SchemaGraph } from './schema-graph.js';

/**
 * What an `unevaluated` keyword says at the least: members and items that no schema in place could have looked at, whichever
 * branches apply, must satisfy it. Undefined when that is nothing.
 */
export function evaluatedBound(atom: Unevaluated, graph: SchemaGraph): Items | Members | undefined {
  const names = new Set<string>();
  const patterns = new Set<string>();
  let items = 0;
  const isMembers = atom.kind === 'unevaluatedProperties';
  const looksAtAll = (each: Atom): boolean => {
    if (each.kind === 'members' && isMembers) {
      for (const name of each.properties.keys()) names.add(name);
      for (const source of each.patterns.keys()) patterns.add(source);
      return each.restGiven;
    }
    if (each.kind === 'items' && !isMembers) {
      items = Math.max(items, each.prefix.length);
      return each.restGiven;
    }
    return (
      (each.kind === 'contains' && each.evaluates && !isMembers) ||
      (each.kind === atom.kind && each.owner !== atom.owner)
    );
  };
  const visited = new Set<SchemaNode>();
  const visit = (node: SchemaNode): boolean => {
    if (visited.has(node)) return false;
    visited.add(node);
    graph.work.spend();
    return node.atoms.some((each) => looksAtAll(each) || inPlace(each).some(visit));
  };
  if (visit(atom.owner)) return undefined;
  const { anything } = graph;
  const free = (keys: Iterable<string>) => new Map([...keys].sort().map((key) => [key, anything] as const));
  return isMembers
    ? { kind: 'members', properties: free(names), patterns: free(patterns), rest: atom.node, restGiven: false }
    : { kind: 'items', prefix: Array.from({ length: items }, () => anything), rest: atom.node, restGiven: false };
}

/** Schemas that apply to the same value, perhaps. */
export function inPlace(atom: Atom): readonly SchemaNode[] {
  switch (atom.kind) {
    case 'all':
    case 'any':
    case 'one':
      return atom.nodes;
    case 'if':
      return [atom.condition, atom.positive, atom.negative];
    case 'dependentSchema':
      return [atom.node];
    default:
      return [];
  }
}
