import { didYouMean } from '../diagnostics/suggest.js';
import type { CompositionGraph } from '../runtime/composition.js';
import { isKnown } from '../runtime/plan-ends.js';

/** An end of a pipeline that the contract does not know. */
export interface UnknownEnd {
  readonly end: 'from' | 'to';
  readonly name: string;
  /** What was probably meant. */
  readonly meant?: string;
}

/** The first of both ends that the contract does not know; undefined when it knows them. */
export function unknownEnd(
  graph: CompositionGraph,
  ends: { readonly from?: string | undefined; readonly to: string },
): UnknownEnd | undefined {
  for (const end of ['from', 'to'] as const) {
    const name = ends[end];
    if (name === undefined || isKnown(graph, end, name)) continue;
    const meant = meantBy(name, candidates(graph, end));
    return { end, name, ...(meant !== undefined && { meant }) };
  }
  return undefined;
}

/** A name with its kind left out comes first: somebody has read of it, and it is right but for that. */
function meantBy(name: string, known: readonly string[]): string | undefined {
  return known.find((each) => each.endsWith(`:${name}`)) ?? didYouMean(name, known);
}

function candidates({ tools, schemas }: CompositionGraph, end: 'from' | 'to'): readonly string[] {
  const names = [...tools, ...schemas].map((each) => each.name);
  const spelled = [...tools.map(({ name }) => `tool:${name}`), ...schemas.map(({ name }) => `schema:${name}`)];
  if (end === 'from') return [...names, ...spelled];
  const capabilities = tools.flatMap((tool) => tool.capabilities ?? []).map((each) => `capability:${each}`);
  const categories = tools.flatMap((tool) => tool.categories ?? []).map((each) => `category:${each}`);
  return [...names, ...capabilities, ...categories, ...spelled];
}
