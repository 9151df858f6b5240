import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifests, Origin } from '../manifest/read-manifests.js';
import { toolNames, typeNameOf, typeNamesOfTool } from '../model/names.js';

/** Names are one namespace a project: duplicates, names that JavaScript owns, and names that become equal in files or code. */
export function checkNames(manifests: Manifests): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const tools = uniqueCallables(manifests, diagnostics);
  const byFile = new Map<string, string>();
  const byIdentifier = new Map<string, string>();
  for (const [name, origin] of tools) {
    const span = spanOfName(origin);
    if (name in Object.prototype) diagnostics.push(diagnose('names/reserved', { name }, { span }));
    if (name.includes('.')) diagnostics.push(diagnose('names/dot', { name }, { span }));
    if (name.length > 64) diagnostics.push(diagnose('names/long', { name, length: name.length }, { span }));
    const names = toolNames(name);
    const collide = (map: Map<string, string>, key: string, kind: 'file name' | 'identifier', result: string) => {
      const other = map.get(key);
      if (other === undefined) {
        map.set(key, name);
        return false;
      }
      const related = [{ message: 'the other one stands here', span: spanOfName(tools.get(other) as Origin) }];
      diagnostics.push(diagnose('names/collision', { name, other, kind, result }, { span, related }));
      return true;
    };
    if (!collide(byFile, names.file.toLowerCase(), 'file name', names.file)) {
      collide(byIdentifier, names.pascal, 'identifier', names.camel);
    }
  }
  checkSchemaNames(manifests, tools, diagnostics);
  return diagnostics;
}

/** Tools and workflows share one namespace: an exposed workflow is a tool, and all of them become files and types. */
function uniqueCallables({ tools, workflows }: Manifests, diagnostics: Diagnostic[]): Map<string, Origin> {
  const found = new Map<string, Origin>();
  for (const { kind, name, origin } of [...tools, ...workflows]) {
    const first = found.get(name);
    if (first === undefined) {
      found.set(name, origin);
      continue;
    }
    const related = [{ message: 'it is declared here first', span: spanOfName(first) }];
    diagnostics.push(diagnose('names/duplicate-tool', { name, kind }, { span: spanOfName(origin), related }));
  }
  return found;
}

function checkSchemaNames(manifests: Manifests, tools: ReadonlyMap<string, Origin>, diagnostics: Diagnostic[]): void {
  const found = new Map<string, Origin>();
  const byType = new Map<string, string>();
  const byToolType = new Map(
    [...tools.keys()].flatMap((tool) => typeNamesOfTool(toolNames(tool).pascal).map((type) => [type, tool])),
  );
  for (const { name, origin } of manifests.schemas) {
    const span = origin.doc.locate(origin.path, 'key');
    const spanOf = (other: Origin) => other.doc.locate(other.path, 'key');
    const first = found.get(name);
    if (first !== undefined) {
      const related = [{ message: 'it is declared here first', span: spanOf(first) }];
      diagnostics.push(diagnose('names/duplicate-schema', { name }, { span, related }));
      continue;
    }
    found.set(name, origin);
    if (name in Object.prototype) diagnostics.push(diagnose('names/reserved', { name }, { span }));
    const type = typeNameOf(name);
    const tool = byToolType.get(type);
    if (tool !== undefined) {
      const related = [{ message: 'the tool stands here', span: spanOfName(tools.get(tool) as Origin) }];
      diagnostics.push(
        diagnose('names/collision', { name, other: tool, kind: 'identifier', result: type }, { span, related }),
      );
    }
    const other = byType.get(type);
    if (other === undefined) byType.set(type, name);
    else {
      const related = [{ message: 'the other one stands here', span: spanOf(found.get(other) as Origin) }];
      diagnostics.push(
        diagnose('names/collision', { name, other, kind: 'identifier', result: type }, { span, related }),
      );
    }
  }
}

function spanOfName(origin: Origin) {
  return origin.doc.locate([...origin.path, origin.path[0] === 'workflows' ? 'id' : 'name']);
}
