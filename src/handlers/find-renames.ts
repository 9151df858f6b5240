import type { Model, ToolModel } from '../model/model.js';
import type { Orphan } from './assign-handlers.js';
import { foldedPath, standardPath } from './handler-paths.js';
import type { PreviousOutput } from './previous-output.js';

/**
 * Recognises tools that were renamed in a manifest and not yet in their handler: the tool without a handler and the orphan's
 * previous tool have the same schemas, and neither has another match. From then on the binding that the last build wrote says so, since
 * its contract holds the new name only; without that, a second build would differ from the first.
 * A file in the tool's own place is none of these: it is mended by one word, and that is asked for.
 *
 * @returns the orphan of each tool that has one
 */
export function findRenames(
  model: Model,
  orphans: readonly Orphan[],
  unbound: readonly ToolModel[],
  previous: PreviousOutput,
): Map<ToolModel, Orphan> {
  const pairs = unbound.flatMap((tool) => {
    const own = foldedPath(standardPath(model, tool));
    return orphans
      .filter(({ file }) => file.hasDefault && foldedPath(file.source.path) !== own)
      .map((orphan) => ({ tool, orphan }));
  });
  const known = unique(pairs.filter(({ tool, orphan }) => previous.bound(tool, orphan.file.source.path)));
  const settled = new Set(known.flatMap(({ tool, orphan }) => [tool, orphan]));
  const open = pairs.filter(({ tool, orphan }) => !settled.has(tool) && !settled.has(orphan));
  const recognised = unique(open.filter(({ tool, orphan }) => previous.hadSchemasOf(tool, orphan.tool)));
  return new Map([...known, ...recognised].map(({ tool, orphan }) => [tool, orphan]));
}

interface Pair {
  readonly tool: ToolModel;
  readonly orphan: Orphan;
}

/** The pairs whose both sides are in no other pair. */
function unique(pairs: readonly Pair[]): Pair[] {
  const uses = new Map<ToolModel | Orphan, number>();
  for (const { tool, orphan } of pairs) {
    uses.set(tool, (uses.get(tool) ?? 0) + 1);
    uses.set(orphan, (uses.get(orphan) ?? 0) + 1);
  }
  return pairs.filter(({ tool, orphan }) => uses.get(tool) === 1 && uses.get(orphan) === 1);
}
