/** A way that leads back to where it began: the names on it, the first one again at its end, and the step that closes it. */
export interface Cycle<Edge> {
  readonly names: readonly string[];
  readonly closedBy: Edge;
}

/**
 * Each circle once, at the step that closes it in the given order. With a stack of its own: a contract may have more in a row than
 * calls can nest.
 */
export function findCycles<Edge>(
  starts: Iterable<string>,
  edgesOf: (name: string) => Iterable<Edge>,
  targetOf: (edge: Edge) => string,
): Cycle<Edge>[] {
  const done = new Set<string>();
  const open = new Set<string>();
  const stack: { readonly name: string; readonly rest: Iterator<Edge> }[] = [];
  const cycles: Cycle<Edge>[] = [];
  const enter = (name: string): void => {
    open.add(name);
    stack.push({ name, rest: edgesOf(name)[Symbol.iterator]() });
  };
  for (const start of starts) {
    if (!done.has(start)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = top.rest.next();
      if (next.done === true) {
        stack.pop();
        open.delete(top.name);
        done.add(top.name);
        continue;
      }
      const name = targetOf(next.value);
      if (open.has(name)) {
        const names = [...open];
        cycles.push({ names: [...names.slice(names.indexOf(name)), name], closedBy: next.value });
      } else if (!done.has(name)) enter(name);
    }
  }
  return cycles;
}
