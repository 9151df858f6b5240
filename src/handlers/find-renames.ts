import type { Model } from '../model/model.js';
import type { Orphan } from './assign-handlers.js';
import type { Handled } from './handled.js';
import { foldedPath, standardPath } from './handler-paths.js';
import type { PreviousOutput } from './previous-output.js';

/**
 * Recognises what was renamed in a manifest and not yet in its handler: the one without a handler and the orphan's previous one are of one
 * kind and agree in what tells them apart from others (schemas, a URI, arguments), and neither has another match. From then on the binding that the last build wrote says so, since
 * its contract holds the new name only; without that, a second build would differ from the first.
 * A file in the standard place is none of these: it is mended by one word, and that is asked for.
 *
 * @returns the orphan of each that has one
 */
export function findRenames(
  model: Model,
  orphans: readonly Orphan[],
  unbound: readonly Handled[],
  previous: PreviousOutput,
): Map<Handled, Orphan> {
  const pairs = unbound.flatMap((handled) => {
    const own = foldedPath(standardPath(model, handled));
    return orphans
      .filter(({ kind }) => kind === handled.kind)
      .filter(({ file }) => file.hasDefault && foldedPath(file.source.path) !== own)
      .map((orphan) => ({ handled, orphan }));
  });
  const known = unique(pairs.filter(({ handled, orphan }) => previous.bound(handled, orphan.file.source.path)));
  const settled = new Set(known.flatMap(({ handled, orphan }) => [handled, orphan]));
  const open = pairs.filter(({ handled, orphan }) => !settled.has(handled) && !settled.has(orphan));
  const recognised = unique(open.filter(({ handled, orphan }) => previous.hadTheLikeOf(handled, orphan.name)));
  return new Map([...known, ...recognised].map(({ handled, orphan }) => [handled, orphan]));
}

interface Pair {
  readonly handled: Handled;
  readonly orphan: Orphan;
}

/** The pairs whose both sides are in no other pair. */
function unique(pairs: readonly Pair[]): Pair[] {
  const uses = new Map<Handled | Orphan, number>();
  for (const { handled, orphan } of pairs) {
    uses.set(handled, (uses.get(handled) ?? 0) + 1);
    uses.set(orphan, (uses.get(orphan) ?? 0) + 1);
  }
  return pairs.filter(({ handled, orphan }) => uses.get(handled) === 1 && uses.get(orphan) === 1);
}
