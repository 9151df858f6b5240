import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { fromPointerStep, isJsonObject, type JsonValue } from '../json.js';
import { locateIn, type Position, projectBase, resolveUri, type SchemaUnit } from './schema-unit.js';

/** The shared schemas of the project, and the files that declare them. */
export interface SharedUnits {
  readonly byName: ReadonlyMap<string, SchemaUnit>;
  /** Names that are declared, well-formed or not: a broken schema is not also reported as missing. */
  readonly declared: ReadonlySet<string>;
  /** The manifests folder, and the paths of all files in it. */
  readonly folder: string;
  readonly files: ReadonlySet<string>;
  /** Names declared in each file. */
  readonly namesIn: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Where a reference leads: a unit, and the pointer of a subschema in it. */
export interface Target {
  readonly unit: SchemaUnit;
  readonly pointer: string;
  /** Reached by a name of the project (`#/schemas/Name`, also in a file), which means nothing once the schema is served. */
  readonly isNamed?: true;
}

/**
 * The whole policy on references: inside the unit, to a shared schema, or refused. Nothing here opens a file or a connection;
 * `./file.yaml#/schemas/Name` only names a manifest that is loaded anyway.
 * Undefined without a finding: the target is declared, but broken, and reported there.
 */
export function resolveReference(unit: SchemaUnit, at: Position, shared: SharedUnits): Target | Diagnostic | undefined {
  const ref = (at.subschema.schema as { $ref: string }).$ref;
  const span = locateIn(unit, [...at.subschema.path, '$ref']);
  const missing = (suggestion?: string, problem?: string) =>
    diagnose('schema/ref-missing', { ref, suggestion, problem }, { span });

  if (ref === '#/schemas' || ref.startsWith('#/schemas/')) return toShared(ref.slice('#/schemas/'.length), undefined);
  const hash = ref.indexOf('#');
  const [address, fragment] = hash === -1 ? [ref, ''] : [ref.slice(0, hash), ref.slice(hash + 1)];
  if (address === '') return toFragment(at.resource, fragment);

  const uri = resolveUri(address, at.base);
  // What a relative path resolves to without any `$id` is a folder of the project, not this schema.
  const resource = uri === projectBase ? undefined : unit.resources.get(uri);
  if (resource !== undefined) return toFragment(resource, fragment);
  if (at.base === projectBase && /^\/(?!\/)/.test(address)) return diagnose('schema/ref-outside', { ref }, { span });
  if (at.base === projectBase && /^[^/\\?:%]*(\/[^/\\?:%]+)*\.(ya?ml|json)$/i.test(address)) {
    const file = relativeTo(unit.origin.doc.file.path, address, shared.folder);
    if (file === undefined) return diagnose('schema/ref-outside', { ref }, { span });
    const names = shared.namesIn.get(file) ?? new Set();
    if (!shared.files.has(file)) return missing(undefined, `there is no manifest ${file}`);
    if (!fragment.startsWith('/schemas/')) return missing(`${address}#/schemas/${nameIn(names) ?? 'Name'}`);
    return toShared(fragment.slice('/schemas/'.length), names);
  }
  // A bare name is no address: somebody means a schema of the project.
  if (at.base === projectBase && /^[A-Za-z][\w/-]*$/.test(address)) return missing(likelyShared());
  return diagnose('schema/ref-remote', { ref }, { span });

  function toShared(rest: string, among: ReadonlySet<string> | undefined): Target | Diagnostic | undefined {
    const [rawName = '', ...deeper] = rest.split('/');
    const name = decodeToken(rawName);
    const known = among ?? shared.declared;
    if (name === undefined || !known.has(name)) {
      const near = didYouMean(name ?? rawName, known);
      return missing(near === undefined ? undefined : ref.replace(rawName, near));
    }
    const target = shared.byName.get(name);
    if (target === undefined) return undefined;
    if (target.dialect !== unit.dialect) {
      return diagnose('schema/dialect-mismatch', { name, ours: unit.dialect, theirs: target.dialect }, { span });
    }
    const found = toPosition(target, deeper.map((step) => `/${step}`).join(''));
    return 'code' in found ? found : { ...found, isNamed: true };
  }

  function toFragment(resourcePointer: string, text: string): Target | Diagnostic {
    if (text === '' || text.startsWith('/')) return toPosition(unit, resourcePointer + text);
    const pointer = unit.anchors.get(`${resourcePointer}#${decode(text) ?? text}`);
    return pointer === undefined ? missing() : { unit, pointer };
  }

  function toPosition(target: SchemaUnit, rawPointer: string): Target | Diagnostic {
    const pointer = decode(rawPointer);
    if (pointer !== undefined && target.positions.has(pointer)) return { unit: target, pointer };
    if (pointer !== undefined && valueAt(target.root, pointer) !== undefined) {
      return diagnose('schema/ref-not-schema', { ref }, { span });
    }
    const near = didYouMean(rawPointer, target.positions.keys());
    return missing(near === undefined || near === '' ? likelyShared() : `#${near}`);
  }

  /** The shared schema that a reference of another format (`#/components/schemas/Name`) ends with. */
  function likelyShared(): string | undefined {
    const name = nameIn(shared.declared);
    return name === undefined ? undefined : `#/schemas/${name}`;
  }

  function nameIn(names: ReadonlySet<string>): string | undefined {
    const last = ref.split(/[/#]/).at(-1) ?? '';
    return names.has(last) ? last : didYouMean(last, names);
  }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function decodeToken(text: string): string | undefined {
  return decode(text)?.replaceAll('~1', '/').replaceAll('~0', '~');
}

function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const raw of pointer.split('/').slice(1)) {
    const step = fromPointerStep(raw);
    if (Array.isArray(value)) value = value[Number(step)];
    else value = isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** A path relative to a file, if it stays inside the folder. */
function relativeTo(from: string, path: string, folder: string): string | undefined {
  const steps = from.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..') {
      if (steps.length === 0) return undefined;
      steps.pop();
    } else if (step !== '.' && step !== '') steps.push(step);
  }
  const resolved = steps.join('/');
  return resolved.startsWith(`${folder}/`) ? resolved : undefined;
}
