import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Manifests, OfferEntry, Origin } from '../manifest/read-manifests.js';
import { textNames, toolNames, typeNameOf, typeNamesOfOffer, typeNamesOfTool } from '../model/names.js';
import { offersOf, offerWords } from './offers.js';

/** A type that will be named after something, and where that stands. */
interface NamedType {
  readonly name: string;
  readonly what: string;
  readonly origin: Origin;
}

/** Names are one namespace a project, of resources, templates and prompts one each: duplicates, names that JavaScript owns, and names that become equal in files or code. */
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
  const types = new Map<string, NamedType>();
  for (const [name, origin] of tools) {
    for (const type of Object.values(typeNamesOfTool(toolNames(name).pascal)))
      types.set(type, { name, what: 'tool', origin });
  }
  checkOfferNames(manifests, types, diagnostics);
  checkSchemaNames(manifests, types, diagnostics);
  return diagnostics;
}

/** Resources, templates and prompts: a namespace each. Adds the types that will be named after them. */
function checkOfferNames(manifests: Manifests, types: Map<string, NamedType>, diagnostics: Diagnostic[]): void {
  const found = new Map<string, OfferEntry>();
  for (const entry of offersOf(manifests)) {
    const { kind, name, origin } = entry;
    const span = spanOfName(origin);
    const what = offerWords[kind];
    const first = found.get(`${kind} ${name}`);
    if (first !== undefined) {
      const related = [{ message: 'it is declared here first', span: spanOfName(first.origin) }];
      diagnostics.push(diagnose('names/duplicate', { name, what }, { span, related }));
      continue;
    }
    found.set(`${kind} ${name}`, entry);
    if (name in Object.prototype) diagnostics.push(diagnose('names/reserved', { name }, { span }));
    const { file, pascal } = textNames(name);
    const fileKey = `${kind}/${file.toLowerCase()}`;
    const other = found.get(fileKey);
    if (other !== undefined) {
      const related = [{ message: 'the other one stands here', span: spanOfName(other.origin) }];
      const params = { name, other: other.name, kind: 'file name', result: file } as const;
      diagnostics.push(diagnose('names/collision', params, { span, related }));
      continue;
    }
    found.set(fileKey, entry);
    const named = Object.values(typeNamesOfOffer(kind, pascal));
    const taken = named.find((type) => types.has(type));
    const clash = taken === undefined ? undefined : types.get(taken);
    if (taken !== undefined && clash !== undefined) {
      const related = [{ message: `the ${clash.what} stands here`, span: spanOfName(clash.origin) }];
      const params = { name, other: clash.name, kind: 'identifier', result: taken } as const;
      diagnostics.push(diagnose('names/collision', params, { span, related }));
    } else for (const type of named) types.set(type, { name, what, origin });
  }
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

function checkSchemaNames(
  manifests: Manifests,
  types: ReadonlyMap<string, NamedType>,
  diagnostics: Diagnostic[],
): void {
  const found = new Map<string, Origin>();
  const byType = new Map<string, string>();
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
    const named = types.get(type);
    if (named !== undefined) {
      const related = [{ message: `the ${named.what} stands here`, span: spanOfName(named.origin) }];
      const params = { name, other: named.name, kind: 'identifier', result: type } as const;
      diagnostics.push(diagnose('names/collision', params, { span, related }));
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
