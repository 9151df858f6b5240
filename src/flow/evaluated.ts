import { isJsonObject, type JsonValue } from '../json.js';
import type { Acceptance } from './accepts.js';
import type { Atom, SchemaNode, Unevaluated } from './atom.js';

/** The items that nothing has looked at but the keyword itself. */
export function unevaluatedItems(
  { owner }: Unevaluated,
  value: readonly JsonValue[],
  acceptance: Acceptance,
): readonly JsonValue[] {
  const seen = new Set<number>();
  const isAll = looked(owner, [...value], acceptance, (atom) => {
    if (atom.kind === 'items') {
      for (const index of atom.prefix.keys()) seen.add(index);
      return atom.restGiven;
    }
    if (atom.kind === 'contains' && atom.evaluates) {
      for (const [index, item] of value.entries()) if (acceptance.accepts(atom.node, item)) seen.add(index);
    }
    return atom.kind === 'unevaluatedItems' && atom.owner !== owner;
  });
  return isAll ? [] : value.filter((_, index) => !seen.has(index));
}

/** The values of the members that nothing has looked at but the keyword itself. */
export function unevaluatedMembers(
  { owner }: Unevaluated,
  value: Readonly<Record<string, JsonValue>>,
  acceptance: Acceptance,
): readonly JsonValue[] {
  const seen = new Set<string>();
  const isAll = looked(owner, value, acceptance, (atom) => {
    if (atom.kind === 'members') {
      for (const name of Object.keys(value)) {
        const isSeen =
          atom.properties.has(name) || [...atom.patterns.keys()].some((each) => acceptance.matches(each, name));
        if (isSeen) seen.add(name);
      }
      return atom.restGiven;
    }
    return atom.kind === 'unevaluatedProperties' && atom.owner !== owner;
  });
  if (isAll) return [];
  return Object.entries(value).flatMap(([name, member]) => (seen.has(name) ? [] : [member]));
}

/**
 * Shows every atom that applies to the value in place, and that the value satisfies, to `look`, until one says that it looks at
 * everything. The owner itself is being checked, so it is taken to be satisfied.
 */
function looked(owner: SchemaNode, value: JsonValue, acceptance: Acceptance, look: (atom: Atom) => boolean): boolean {
  const visited = new Set<SchemaNode>();
  const visit = (node: SchemaNode): boolean => {
    if (visited.has(node)) return false;
    visited.add(node);
    return node.atoms.some((atom) => look(atom) || inPlace(atom).some(visit));
  };
  const inPlace = (atom: Atom): readonly SchemaNode[] => {
    switch (atom.kind) {
      case 'all':
        return atom.nodes;
      case 'any':
      case 'one':
        return atom.nodes.filter((node) => acceptance.accepts(node, value));
      case 'if':
        return acceptance.accepts(atom.condition, value) ? [atom.condition, atom.positive] : [atom.negative];
      case 'dependentSchema':
        return isJsonObject(value) && Object.hasOwn(value, atom.name) ? [atom.node] : [];
      default:
        return [];
    }
  };
  return visit(owner);
}
