import type { ValueType } from '../json.js';
import type { Atom, SchemaNode } from './atom.js';
import { describeKinds } from './describe.js';
import type { Explainer } from './explainer.js';

/** What is needed in words: of a value of another type everything that the node says, else what does not hold. */
export function needed(explainer: Explainer, type: ValueType, failing: SchemaNode, node: SchemaNode): string {
  const contained = failing.atoms.find(({ kind }) => kind === 'contains');
  if (contained?.kind === 'contains') return describeContains(explainer, contained);
  const isOther = failing.atoms.some(({ kind }) => kind === 'type' || kind === 'values' || kind === 'never');
  if (isOther) return whole(explainer, node);
  const { graph, shapes } = explainer.judge;
  const typed = graph.nodeOf([...node.atoms.filter(({ kind }) => kind === 'type'), ...failing.atoms]);
  const kinds = shapes.of([typed.id]).filter(({ facts }) => facts.type === type);
  return kinds.length === 0 ? whole(explainer, node) : describeKinds(kinds.map(({ facts }) => facts));
}

/** Everything that a node says. */
export function whole(explainer: Explainer, node: SchemaNode): string {
  const words = explainer.describe([node.id]);
  return words === 'nothing' ? 'no value at all' : words;
}

function describeContains(explainer: Explainer, atom: Atom & { kind: 'contains' }): string {
  const { fewest, most, node } = atom;
  const counts = most === Number.POSITIVE_INFINITY ? `at least ${fewest}` : `from ${fewest} to ${most}`;
  return `an array in which ${counts} of the items ${most === 1 ? 'is' : 'are'} ${whole(explainer, node)}`;
}
