import type { JsonObject } from '../json.js';
import { demandsOf } from './demands.js';
import { Judge } from './judge.js';
import { hasAddress, referenceTo, within } from './part-of-schema.js';
import { SchemaGraph } from './schema-graph.js';
import { TooLarge, type Work } from './work.js';

/**
 * Two of the places in a self-contained schema of which the first accepts only what the second accepts too, and does accept something
 * as far as can be seen. Undefined when no such pair can be shown to be there with
 * the steps that are left.
 */
export function findCovered(schema: JsonObject, pointers: readonly string[], work: Work): [number, number] | undefined {
  if (!hasAddress(schema)) return undefined;
  const named = pointers.map((pointer, index) => [`${index}`, { $ref: referenceTo(schema, pointer) }]);
  try {
    const graph = new SchemaGraph([{ ...within(schema), properties: Object.fromEntries(named) }], work);
    const members = graph.roots[0]?.atoms.find((atom) => atom.kind === 'members');
    if (members === undefined) return undefined;
    const judge = new Judge(graph);
    const nodes = pointers.map((_, index) => members.properties.get(`${index}`) ?? graph.anything);
    for (const [inner, one] of nodes.entries()) {
      for (const [outer, other] of nodes.entries()) {
        if (inner === outer || !judge.feeds(demandsOf([one.id]), other)) continue;
        if (!judge.isEmpty(demandsOf([one.id]))) return [inner, outer];
      }
    }
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
  }
  return undefined;
}
