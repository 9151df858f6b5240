import { type JsonValue, jsonKey } from '../json.js';
import type { Statement } from './atom.js';

/** The subschemas of a statement, in a fixed order. */
export function childrenOf<N>(statement: Statement<N>): readonly N[] {
  switch (statement.kind) {
    case 'items':
      return [...statement.prefix, statement.rest];
    case 'members':
      return [...statement.properties.values(), ...statement.patterns.values(), statement.rest];
    case 'all':
    case 'any':
    case 'one':
      return statement.nodes;
    case 'if':
      return [statement.condition, statement.positive, statement.negative];
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      return [statement.node, statement.owner];
    case 'contains':
    case 'propertyNames':
    case 'dependentSchema':
    case 'not':
      return [statement.node];
    default:
      return [];
  }
}

/** The same statement, its subschemas known as something else. */
export function mapChildren<N, M>(statement: Statement<N>, map: (child: N) => M): Statement<M> {
  switch (statement.kind) {
    case 'items':
      return { ...statement, prefix: statement.prefix.map(map), rest: map(statement.rest) };
    case 'members': {
      const mapAll = (members: ReadonlyMap<string, N>) =>
        new Map([...members].map(([name, child]) => [name, map(child)] as const));
      const { properties, patterns, rest } = statement;
      return { ...statement, properties: mapAll(properties), patterns: mapAll(patterns), rest: map(rest) };
    }
    case 'all':
    case 'any':
    case 'one':
      return { ...statement, nodes: statement.nodes.map(map) };
    case 'if': {
      const { condition, positive, negative } = statement;
      return { kind: 'if', condition: map(condition), positive: map(positive), negative: map(negative) };
    }
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      return { ...statement, node: map(statement.node), owner: map(statement.owner) };
    case 'contains':
    case 'propertyNames':
    case 'dependentSchema':
    case 'not':
      return { ...statement, node: map(statement.node) };
    default:
      return statement;
  }
}

/** Equal for statements that say the same of subschemas with the same numbers. */
export function keyOf<N>(statement: Statement<N>, numberOf: (child: N) => number): string {
  return labelOf(statement) + childrenKey(statement, numberOf);
}

/** The part of the key that subschemas make. The order of alternatives says nothing; nor does a second copy, save in `oneOf`. */
export function childrenKey<N>(statement: Statement<N>, numberOf: (child: N) => number): string {
  const children = childrenOf(statement).map(numberOf);
  switch (statement.kind) {
    case 'one':
      return ` ${children.sort((a, b) => a - b).join(',')}`;
    case 'all':
    case 'any':
      return ` ${[...new Set(children)].sort((a, b) => a - b).join(',')}`;
    default:
      return ` ${children.join(',')}`;
  }
}

/** The part of the key that says nothing of subschemas. */
export function labelOf(statement: Statement<unknown>): string {
  switch (statement.kind) {
    case 'items':
      return `items ${statement.prefix.length} ${statement.restGiven}`;
    case 'members':
      return jsonKey([
        'members',
        [...statement.properties.keys()],
        [...statement.patterns.keys()],
        statement.restGiven,
      ]);
    case 'contains':
      return `contains ${statement.fewest} ${statement.most} ${statement.evaluates}`;
    case 'dependentSchema':
      return jsonKey([statement.kind, statement.name]);
    case 'all':
    case 'any':
    case 'one':
    case 'if':
    case 'not':
    case 'propertyNames':
    case 'unevaluatedItems':
    case 'unevaluatedProperties':
      return statement.kind;
    default:
      return jsonKey(statement as unknown as JsonValue);
  }
}
