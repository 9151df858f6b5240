import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Manifests, ToolEntry } from '../../manifest/read-manifests.js';

/** `pipeline_position` against who feeds whom: nothing feeds a source, a sink feeds nothing, and a transform has a result to pass on. */
export function checkPositions({ tools }: Manifests): Diagnostic[] {
  const feeders = new Map<string, { readonly tool: ToolEntry; readonly index: number }>();
  for (const tool of tools) {
    for (const [index, name] of (tool.declaration.composition?.composable_with ?? []).entries()) {
      if (!feeders.has(name)) feeders.set(name, { tool, index });
    }
  }
  return tools.flatMap((tool) => {
    const { composition, outputSchema } = tool.declaration;
    const position = composition?.pipeline_position;
    if (position === undefined || position === 'any') return [];
    const at = (entry: ToolEntry, ...path: JsonPath) =>
      entry.origin.doc.locate([...entry.origin.path, 'composition', ...path]);
    const report = (problem: string, message?: string, other?: readonly [ToolEntry, ...JsonPath]) => {
      const related = other === undefined || message === undefined ? [] : [{ message, span: at(...other) }];
      const span = at(tool, 'pipeline_position');
      return [diagnose('composition/position', { tool: tool.name, position, problem }, { span, related })];
    };
    const feeder = feeders.get(tool.name);
    if (position === 'source' && feeder !== undefined) {
      const problem = `and ${JSON.stringify(feeder.tool.name)} feeds it`;
      return report(problem, 'it is fed here', [feeder.tool, 'composable_with', feeder.index]);
    }
    if (position === 'sink' && (composition?.composable_with ?? []).length > 0) {
      return report('and feeds other tools', 'it feeds them here', [tool, 'composable_with']);
    }
    if (position === 'transform' && outputSchema === undefined) {
      return report('and has no `outputSchema`, so it has no result to pass on');
    }
    return [];
  });
}
