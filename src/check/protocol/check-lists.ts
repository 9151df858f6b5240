import type { Project } from '../../config/project.js';
import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { isJsonObject } from '../../json.js';
import type { Model } from '../../model/model.js';
import type { ListKind } from '../../model/protocol.js';

/** Whether there is a list wherever `protocol.listChanged` says that it may change. */
export function checkLists({ doc }: Project, { tools, prompts, resources, resourceTemplates }: Model): Diagnostic[] {
  const protocol = isJsonObject(doc.value) ? doc.value['protocol'] : undefined;
  const kinds = isJsonObject(protocol) ? ((protocol['listChanged'] ?? []) as readonly ListKind[]) : [];
  const listed = { tools, prompts, resources: [...resources, ...resourceTemplates] };
  return kinds.flatMap((kind, index) => {
    if (listed[kind].length > 0) return [];
    return [diagnose('protocol/no-such-list', { kind }, { span: doc.locate(['protocol', 'listChanged', index]) })];
  });
}
