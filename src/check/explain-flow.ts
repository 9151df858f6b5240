import type { Reason } from '../flow/flow.js';

/** Why a value does not fit, one line a reason. */
export function describeReasons(reasons: readonly Reason[]): string[] {
  return reasons.map(({ path, kind, produced, needed }) => {
    const place = `\`${path}\``;
    if (kind === 'missing') {
      const demand = needed === 'a required property' ? 'is required' : `is ${needed}`;
      return `${place} ${demand}, and is ${produced === 'nothing' ? 'never' : 'not always'} there`;
    }
    const are = /^(other )?properties/.test(produced) ? 'are' : 'is';
    const what = path === '' ? `there ${are} ${produced}` : `at ${place} there ${are} ${produced}`;
    return `${what}, and ${needed} is ${kind === 'forbidden' ? 'allowed' : 'needed'}`;
  });
}

/** Whether some value surely does not fit; otherwise it only could not be shown that all do. */
export function isCertain(reasons: readonly Reason[]): boolean {
  return reasons.some((each) => each.certain);
}

/** How what a mapping makes can be mended, where that is plain. */
export function mendFor(piece: number | undefined, reasons: readonly Reason[]): string | undefined {
  if (!isCertain(reasons)) return 'let both sides refer to one shared schema';
  const [first] = reasons;
  if (first?.kind !== 'missing') return undefined;
  const { path } = first;
  return piece === undefined
    ? `map something to \`${path}\``
    : `give the mapping a \`default\`, or let the schema that it takes from require this part`;
}

/** Reasons by the mapping that is at fault; those that are of no single one together. In the order in which they come up. */
export function reasonsByPiece(
  reasons: readonly Reason[],
): readonly (readonly [number | undefined, readonly Reason[]])[] {
  const found = new Map<number | undefined, Reason[]>();
  for (const reason of reasons) found.set(reason.piece, [...(found.get(reason.piece) ?? []), reason]);
  return [...found];
}
