import { stepsOf } from '../runtime/json.js';
import type { SchemaNode } from './atom.js';
import { type Demands, demandsOf } from './demands.js';
import { Drafting, nothingYet } from './draft.js';
import type { Judge } from './judge.js';
import type { Origin } from './origins.js';
import { type Part, partAt } from './part-at.js';
import type { Constant, Piece } from './piece.js';
import { valuesOf } from './read-schema.js';

/** An origin whose value is known to satisfy demands; without demands it is absent. */
interface Case {
  readonly demands: Demands | undefined;
  /** The value may still be absent. */
  readonly optional: boolean;
}

/** Alternatives of the origins are told apart in at most so many combinations; beyond, parts of one value are taken to be independent. */
const mostCombinations = 32;

/** The node of every value that can be assembled from the pieces, and perhaps more; of nothing comes an empty object. */
export function assemble(
  judge: Judge,
  pieces: readonly (Piece | Constant)[],
  origins: readonly Origin[],
  roots: readonly SchemaNode[],
): SchemaNode {
  const { graph } = judge;
  const drafting = new Drafting(judge);
  const nodes = combinations(judge, origins, roots).flatMap((cases) => {
    const caseOf = new Map(origins.flatMap((origin, at) => origin.pieces.map((index) => [index, cases[at]] as const)));
    let draft = nothingYet;
    for (const [index, piece] of pieces.entries()) {
      draft = drafting.place(draft, stepsOf(piece.to), partOf(judge, piece, caseOf.get(index)));
    }
    return [drafting.nodeOf(draft), ...(draft.absent ? [graph.node(valuesOf([{}]))] : [])];
  });
  return graph.anyOf(nodes);
}

function partOf(judge: Judge, piece: Piece | Constant, known: Case | undefined): Part {
  const { graph } = judge;
  if (!('from' in piece)) return { nodes: [graph.node(valuesOf([piece.value]))], absent: false };
  const { demands, optional } = known ?? { demands: undefined, optional: true };
  const found: Part = demands === undefined ? { nodes: [], absent: true } : partAt(judge, demands, stepsOf(piece.from));
  const absent = found.absent || optional;
  if (!absent || piece.default === undefined) return { ...found, absent };
  return { nodes: [...found.nodes, graph.node(valuesOf([piece.default]))], absent: false };
}

/** For each origin a case, in every combination: alternatives matter where several pieces come from one value. */
function combinations(
  judge: Judge,
  origins: readonly Origin[],
  roots: readonly SchemaNode[],
): readonly (readonly Case[])[] {
  const whole = origins.map(({ optional }, at): readonly Case[] => [
    { demands: demandsOf([(roots[at] ?? judge.graph.anything).id]), optional },
  ]);
  const apart = origins.map(({ pieces, optional }, at): readonly Case[] => {
    const [known] = whole[at] ?? [];
    if (pieces.length < 2 || known?.demands === undefined) return whole[at] ?? [];
    const shapes = judge.shapes.of(known.demands).filter((shape) => !judge.isVacuous(shape));
    const cases: readonly Case[] = shapes.map(({ demands }) => ({ demands, optional: false }));
    return optional ? [...cases, { demands: undefined, optional }] : cases;
  });
  // What has the most alternatives is the first to be taken as a whole.
  const bySize = [...apart.keys()].sort((a, b) => (apart[b]?.length ?? 0) - (apart[a]?.length ?? 0));
  while (apart.reduce((product, cases) => product * cases.length, 1) > mostCombinations) {
    const at = bySize.shift();
    if (at === undefined) break;
    apart[at] = whole[at] ?? [];
  }
  return apart.reduce<readonly (readonly Case[])[]>(
    (all, cases) => all.flatMap((each) => cases.map((one) => [...each, one])),
    [[]],
  );
}
