import { stepsOf } from '../runtime/json.js';
import type { Constant, Piece } from './piece.js';
import type { Reason, Verdict } from './reason.js';

/** The verdict, each reason with the piece that makes what stands at its place. */
export function atPieces(verdict: Verdict, pieces: readonly (Piece | Constant)[]): Verdict {
  if (verdict.ok) return verdict;
  const places = pieces.map(({ to }) => stepsOf(to));
  return {
    ok: false,
    reasons: verdict.reasons.map((reason): Reason => {
      const piece = pieceAt(places, stepsOf(reason.path));
      return piece === undefined ? reason : { ...reason, piece };
    }),
  };
}

/** The last piece put at the place or around it; where there is none, the only one inside of it. */
function pieceAt(places: readonly (readonly string[])[], path: readonly string[]): number | undefined {
  const around = places.flatMap((place, index) => (startsWith(path, place) ? [index] : []));
  const longest = Math.max(...around.map((index) => places[index]?.length ?? 0));
  const last = around.findLast((index) => places[index]?.length === longest);
  if (last !== undefined) return last;
  const inside = places.flatMap((place, index) => (startsWith(place, path) ? [index] : []));
  return inside.length === 1 ? inside[0] : undefined;
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((step, index) => path[index] === step);
}

/** The verdict on a mapping to a name that the run-time assembly leaves out. */
export function withoutPrototype(pieces: readonly (Piece | Constant)[]): Verdict | undefined {
  const piece = pieces.findIndex(({ to }) => stepsOf(to).includes('__proto__'));
  if (piece === -1) return undefined;
  const words = { produced: 'a value under a name that is never set', needed: 'a name other than `__proto__`' };
  return { ok: false, reasons: [{ path: pieces[piece]?.to ?? '', kind: 'other', piece, ...words, certain: false }] };
}
