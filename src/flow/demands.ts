/**
 * What a value must satisfy, all of it: ids of nodes, negative where the node must not accept the value. In order, each once, so
 * that equal demands have equal keys. Empty: every value is welcome.
 */
export type Demands = readonly number[];

export function demandsOf(ids: Iterable<number>): Demands {
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** Both at once. */
export function both(left: Demands, right: Demands): Demands {
  if (left.length === 0) return right;
  if (right.length === 0 || right.every((id) => left.includes(id))) return left;
  return demandsOf([...left, ...right]);
}

export function keyOfDemands(demands: Demands): string {
  return demands.join(',');
}
