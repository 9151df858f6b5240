import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Manifests, ToolEntry } from '../../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import { type Callable, callablesOf } from '../callables.js';
import { checkConduct } from './check-conduct.js';
import { checkPartners, isTool, unknownTool } from './check-partners.js';
import { checkPositions } from './check-positions.js';

/**
 * `CompositionHints` of Enhanced MCP 2.0, checked, not claimed: names exist, results fit the inputs that they are to feed and the
 * schemas that they are to satisfy, and what a tool says about its place and its conduct agrees with the rest of the contract.
 */
export function checkComposition(manifests: Manifests, schemas: ResolvedSchemas, deadline: Deadline): Diagnostic[] {
  const callables = callablesOf(manifests, schemas);
  const declared = new Set(manifests.schemas.map(({ name }) => name));
  return [
    ...manifests.tools.flatMap((tool) => {
      deadline.check('checking the composition', tool.name);
      return [
        ...checkPartners(tool, callables, schemas, declared, deadline),
        ...checkConduct(tool),
        ...checkSeeAlso(tool, callables),
      ];
    }),
    ...checkPositions(manifests),
  ];
}

/** `documentation.see_also`. */
function checkSeeAlso({ declaration, origin }: ToolEntry, callables: ReadonlyMap<string, Callable>): Diagnostic[] {
  return (declaration.documentation?.see_also ?? []).flatMap((name, index) => {
    const found = callables.get(name);
    if (found !== undefined && isTool(found)) return [];
    const span = origin.doc.locate([...origin.path, 'documentation', 'see_also', index]);
    return [unknownTool(name, 'see_also', span, callables)];
  });
}
