import type { JsonObject } from '../json.js';
import { demandsOf } from './demands.js';
import { Judge } from './judge.js';
import { SchemaGraph } from './schema-graph.js';
import { TooLarge, Work } from './work.js';

/** As `feeds`, for those who do not ask why not: most of the work of a comparison that fails goes into its reasons. */
export function doesFeed(source: JsonObject, target: JsonObject): boolean {
  try {
    const judge = new Judge(new SchemaGraph([source, target], new Work()));
    const [from, to] = judge.graph.roots;
    return from !== undefined && to !== undefined && judge.feeds(demandsOf([from.id]), to);
  } catch (error) {
    if (error instanceof TooLarge) return false;
    throw error;
  }
}
