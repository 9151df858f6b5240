import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Semantics } from '../../manifest/manifest.generated.js';
import type { ToolEntry } from '../../manifest/read-manifests.js';

/** `parallelizable` and `stateful` against the semantics: what calls do to each other. */
export function checkConduct(tool: ToolEntry): Diagnostic[] {
  const { composition, semantics } = tool.declaration;
  if (composition === undefined) return [];
  const at = (...path: JsonPath) => tool.origin.doc.locate([...tool.origin.path, ...path]);
  const diagnostics: Diagnostic[] = [];
  if (composition.parallelizable === true) {
    const span = at('composition', 'parallelizable');
    const report = (because: string, related: readonly RelatedSpan[]) =>
      diagnostics.push(diagnose('composition/not-parallelizable', { tool: tool.name, because }, { span, related }));
    if (composition.stateful === true) {
      report('earlier calls change its results', [{ message: 'it is stateful', span: at('composition', 'stateful') }]);
    }
    const conflict = conflictOf(semantics);
    if (conflict !== undefined) {
      const place = at('semantics', 'side_effects', conflict.index);
      report(conflict.because, [{ message: 'this effect', span: place }]);
    }
  }
  if (composition.stateful === true && semantics?.deterministic === true) {
    const span = at('composition', 'stateful');
    const related = [{ message: 'it is deterministic', span: at('semantics', 'deterministic') }];
    diagnostics.push(diagnose('composition/stateful', { tool: tool.name }, { span, related }));
  }
  return diagnostics;
}

/** The first effect that two calls at the same time would spoil. */
function conflictOf(semantics: Semantics | undefined): { index: number; because: string } | undefined {
  for (const [index, { type, scope, reversible }] of (semantics?.side_effects ?? []).entries()) {
    if (type === 'user_interaction') return { index, because: 'a person is asked one thing at a time' };
    const changesOwnData = type === 'data_modification' || type === 'file_system';
    if (changesOwnData && !reversible && semantics?.idempotent !== true) {
      return { index, because: `two of them could change ${JSON.stringify(scope)} in an order that nothing can undo` };
    }
  }
  return undefined;
}
