import type { Statement } from './atom.js';
import type { ReadNode } from './read-schema.js';
import { childrenKey, childrenOf, labelOf } from './statement.js';
import type { Work } from './work.js';

/** More steps than this to find equal schemas, and all are taken for different, which proves less but nothing wrong. */
const mostSteps = 100_000;

/**
 * For each node the number of its class: two nodes are in one class when they say the same, and so do the nodes that they refer
 * to, however far. Starts from all alike and parts what differs until nothing more does, so circles need no special care.
 */
export function classesOf(nodes: readonly ReadNode[], work: Work): readonly number[] {
  const labelled = nodes.map(({ statements }) => statements.map((each) => [labelOf(each), each] as const));
  const children = labelled.flat().reduce((sum, [, each]) => sum + 1 + childrenOf(each).length, nodes.length);
  let classes: readonly number[] = nodes.map(() => 0);
  let count = 1;
  for (let steps = children; steps <= mostSteps; steps += children) {
    work.spend(Math.ceil(children / 8));
    const finer = part(labelled, classes);
    const found = new Set(finer).size;
    if (found === count) return finer;
    [classes, count] = [finer, found];
  }
  return nodes.map((_, index) => index);
}

type Labelled = readonly (readonly [label: string, statement: Statement<number>])[];

function part(nodes: readonly Labelled[], classes: readonly number[]): readonly number[] {
  const numbers = new Map<string, number>();
  return nodes.map((statements) => {
    const keys = statements.map(([label, each]) => label + childrenKey(each, (child) => classes[child] ?? 0));
    const key = [...new Set(keys)].sort().join('\n');
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
