import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonPath } from '../json.js';
import { exceeded } from '../limits/exceeded.js';
import type { LimitName, Limits } from '../limits/limits.js';
import type { Manifests, ToolEntry } from '../manifest/read-manifests.js';

/** What a tool says about itself, its schemas apart: the sizes of its texts, and hints that exclude one another. */
export function checkTools({ tools }: Manifests, limits: Limits): Diagnostic[] {
  return tools.flatMap((tool) => [...checkSizes(tool, limits), ...checkHints(tool)]);
}

function checkSizes({ declaration, origin }: ToolEntry, limits: Limits): Diagnostic[] {
  const { title, description, annotations } = declaration;
  const diagnostics: Diagnostic[] = [];
  const hold = (setting: LimitName, value: number, ...path: JsonPath) => {
    if (value <= limits[setting]) return;
    diagnostics.push(exceeded(setting, value, limits, { span: origin.doc.locate([...origin.path, ...path], 'key') }));
  };
  hold('toolDescriptionLength', description?.length ?? 0, 'description');
  hold('titleLength', title?.length ?? 0, 'title');
  hold('titleLength', annotations?.title?.length ?? 0, 'annotations', 'title');
  return diagnostics;
}

/** MCP 2026-07-28, `ToolAnnotations`: the destructive and the idempotent hint have a meaning only for tools that change something. */
function checkHints({ declaration, origin }: ToolEntry): Diagnostic[] {
  const { readOnlyHint, destructiveHint } = declaration.annotations ?? {};
  if (readOnlyHint !== true || destructiveHint !== true) return [];
  const span = origin.doc.locate([...origin.path, 'annotations', 'destructiveHint']);
  const related = [
    {
      message: 'and it changes nothing here',
      span: origin.doc.locate([...origin.path, 'annotations', 'readOnlyHint']),
    },
  ];
  return [diagnose('manifest/hints-contradict', {}, { span, related })];
}
