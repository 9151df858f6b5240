import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue, toPointer } from '../json.js';
import type { References } from './check-references.js';
import { type Dialect, ignoresRefSiblings } from './dialect.js';
import { keywordsOf } from './keywords.js';
import type { Target } from './resolve-reference.js';
import { locateIn, type Position, positionAt, projectBase, type SchemaUnit } from './schema-unit.js';
import { subschemasOf } from './walk.js';

/** A schema that needs nothing outside itself: what goes on the wire. */
export interface Bundle {
  readonly schema: JsonObject;
  /** Pointers in `schema` at which a shared schema stands whole, with its name. The root's is `''`. */
  readonly shared: ReadonlyMap<string, string>;
}

/**
 * Makes a unit self-contained: shared schemas travel in `$defs` (`definitions` before 2019-09) under names that avoid the unit's own, and a root `$ref` is
 * replaced by what it refers to, so that `type` stands where MCP looks for it; an input, whose root must say it, is refused where
 * that cannot be done, and anything else keeps the reference. A unit with neither is returned as it is.
 * Expects references that are resolved and free of in-place cycles.
 */
export function bundle(
  unit: SchemaUnit,
  references: References,
  isInput: boolean,
): { bundle?: Bundle; diagnostics: Diagnostic[] } {
  // Most schemas: there is no need to look into them.
  if (unit.size.references === 0) return { bundle: { schema: unit.root, shared: new Map() }, diagnostics: [] };
  const root = followRoot(unit, references, isInput);
  if ('code' in root) return { diagnostics: [root] };
  const { home, siblings } = root;
  // The unit whose root becomes the bundle's root: its local references stay valid as they are.
  const rootUnit = home.pointer === '' ? home.unit : unit;
  const moved = nameMoved(sharedClosure([unit, home.unit], references, rootUnit), rootUnit);
  if (home.unit === unit && home.pointer === '' && moved.size === 0 && !namesItself(unit, references)) {
    return { bundle: { schema: unit.root, shared: new Map() }, diagnostics: [] };
  }

  const copier = new Copier(references, rootUnit, moved);
  const content = copier.copy(home);
  if (!isJsonObject(content)) {
    return {
      bundle: { schema: content ? siblings : { ...siblings, not: {} }, shared: new Map() },
      diagnostics: copier.diagnostics,
    };
  }
  const schema: JsonObject = { ...content, ...siblings };
  if (home.unit === unit && home.pointer !== '') {
    for (const key of ['$defs', 'definitions']) {
      if (unit.root[key] !== undefined) schema[key] = copier.copyMembers(unit, [key]);
    }
  }
  const shared = new Map<string, string>();
  if (rootUnit !== unit) shared.set('', nameOf(rootUnit));
  if (moved.size > 0) {
    const keyword = definitionsOf(unit.dialect);
    const own = schema[keyword];
    const definitions: JsonObject = isJsonObject(own) ? { ...own } : {};
    for (const [each, name] of moved) {
      definitions[name] = copier.copy({ unit: each, pointer: '' });
      shared.set(toPointer([keyword, name]), nameOf(each));
    }
    schema[keyword] = definitions;
  }
  return { bundle: { schema, shared }, diagnostics: copier.diagnostics };
}

/** Whether a shared schema refers to itself as others do: alone, it has nothing of that name. */
function namesItself(unit: SchemaUnit, references: References): boolean {
  return [...(references.get(unit)?.values() ?? [])].some((target) => target.unit === unit && target.isNamed);
}

/** Members that may stand beside an inlined root reference: they name and describe, and check nothing. */
const harmlessSiblings = new Set([
  ...['$schema', '$id', '$comment', 'title', 'description', 'default', 'examples'],
  ...['deprecated', 'readOnly', 'writeOnly'],
]);

const definitionKeywords = new Set(['$defs', 'definitions', '$anchor']);

/** Follows a root that is only a reference, unless it says `type: object` itself and so satisfies MCP as it stands. */
function followRoot(
  unit: SchemaUnit,
  references: References,
  isInput: boolean,
): { home: Target; siblings: JsonObject } | Diagnostic {
  let home: Target = { unit, pointer: '' };
  const siblings: JsonObject = {};
  for (;;) {
    const { subschema } = positionAt(home.unit, home.pointer);
    const { schema } = subschema;
    const target = references.get(home.unit)?.get(home.pointer);
    if (target === undefined || typeof schema !== 'object' || schema['type'] === 'object') return { home, siblings };
    const beside = Object.keys(schema).filter((key) => key !== '$ref' && !definitionKeywords.has(key));
    const checking = ignoresRefSiblings(unit.dialect) ? [] : beside.filter((key) => !harmlessSiblings.has(key));
    if (checking.length > 0 && !isInput) return { home, siblings };
    if (checking.length > 0) {
      const span = locateIn(home.unit, [...subschema.path, '$ref']);
      return diagnose('schema/ref-siblings', { ref: String(schema['$ref']), keys: checking }, { span });
    }
    for (const key of beside) {
      const value = schema[key];
      if (value !== undefined && harmlessSiblings.has(key)) siblings[key] ??= value;
    }
    home = target;
  }
}

/** The shared units that some units need, directly or through others, in the order of their names. */
function sharedClosure(start: readonly SchemaUnit[], references: References, rootUnit: SchemaUnit): SchemaUnit[] {
  const found = new Set<SchemaUnit>();
  const seen = new Set<SchemaUnit>();
  const queue = rootUnit === start[0] ? [...start] : [rootUnit];
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
    if (seen.has(unit)) continue;
    seen.add(unit);
    for (const target of references.get(unit)?.values() ?? []) {
      if (target.unit !== rootUnit) found.add(target.unit);
      queue.push(target.unit);
    }
  }
  return [...found].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Where definitions stand; before 2019-09 `$defs` was no keyword, and what stood there no schema. */
function definitionsOf(dialect: Dialect): '$defs' | 'definitions' {
  return dialect === 'draft-07' || dialect === 'draft-06' ? 'definitions' : '$defs';
}

/** Names under `$defs` that avoid those of the root, and depend on nothing but the names themselves. */
function nameMoved(units: readonly SchemaUnit[], rootUnit: SchemaUnit): Map<SchemaUnit, string> {
  const own = rootUnit.root[definitionsOf(rootUnit.dialect)];
  const taken = new Set(isJsonObject(own) ? Object.keys(own) : []);
  const names = new Map<SchemaUnit, string>();
  for (const unit of units) {
    const wanted = nameOf(unit);
    let name = wanted;
    for (let i = 1; taken.has(name); i++) name = i === 1 ? `${wanted}_shared` : `${wanted}_shared${i}`;
    taken.add(name);
    names.set(unit, name);
  }
  return names;
}

function nameOf(shared: SchemaUnit): string {
  return String(shared.origin.path.at(-1));
}

/** Copies schemas into the bundle and rewrites the references that would lead elsewhere from there. */
class Copier {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly references: References,
    private readonly rootUnit: SchemaUnit,
    private readonly moved: ReadonlyMap<SchemaUnit, string>,
  ) {}

  copy(from: Target): JsonValue {
    const position = positionAt(from.unit, from.pointer);
    const { schema } = position.subschema;
    if (typeof schema === 'boolean') return schema;
    const keywords = keywordsOf(from.unit.dialect);
    const copy: JsonObject = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (this.#isDropped(keyword, value, from, position)) continue;
      if (keyword === '$ref') copy[keyword] = this.#rewrite(String(value), from, position);
      else if (subschemasOf(keywords.get(keyword) ?? 'any', value).length === 0) copy[keyword] = value;
      else copy[keyword] = this.copyMembers(from.unit, [...position.subschema.path, keyword]);
    }
    return copy;
  }

  /** The value of one keyword that holds subschemas: alone, in a list or in a map. */
  copyMembers(unit: SchemaUnit, path: JsonPath): JsonValue {
    const pointer = toPointer(path);
    if (unit.positions.has(pointer)) return this.copy({ unit, pointer });
    let value: JsonValue = unit.root;
    for (const step of path) value = (value as JsonObject)[step] ?? null;
    const copyOne = (member: JsonValue, step: string | number) => {
      const below = toPointer([...path, step]);
      return unit.positions.has(below) ? this.copy({ unit, pointer: below }) : member;
    };
    if (Array.isArray(value)) return value.map(copyOne);
    return Object.fromEntries(
      Object.entries(value as JsonObject).map(([name, member]) => [name, copyOne(member, name)]),
    );
  }

  /**
   * In a schema that moves into `$defs`, anchors would meet those of other schemas (references to them are rewritten to pointers),
   * and `$schema` is only for the root of a resource.
   */
  #isDropped(keyword: string, value: JsonValue, from: Target, position: Position): boolean {
    if (from.unit === this.rootUnit || position.base !== projectBase) return false;
    if (keyword === '$id') return typeof value === 'string' && value.startsWith('#');
    return keyword === '$anchor' || keyword === '$dynamicAnchor' || keyword === '$schema';
  }

  #rewrite(ref: string, from: Target, position: Position): string {
    const target = this.references.get(from.unit)?.get(from.pointer);
    if (target === undefined) return ref;
    const stays = target.unit === from.unit && target.isNamed !== true;
    if (stays && (from.unit === this.rootUnit || position.base !== projectBase)) return ref;
    if (!stays && (position.resource !== '' || (from.unit !== this.rootUnit && position.base !== projectBase))) {
      const span = locateIn(from.unit, [...position.subschema.path, '$ref']);
      const problem = 'below an `$id`, a reference cannot reach the shared schemas of the project';
      const help = 'remove the `$id`, or copy the definition here';
      this.diagnostics.push(diagnose('schema/invalid', { problem, help }, { span }));
      return ref;
    }
    const name = this.moved.get(target.unit);
    if (name === undefined && target.unit !== this.rootUnit)
      throw new Error(`${target.unit.key} has no place in the bundle`);
    const pointer =
      name === undefined ? target.pointer : `${toPointer([definitionsOf(from.unit.dialect), name])}${target.pointer}`;
    return `#${encodePointer(pointer)}`;
  }
}

/** A JSON pointer as a URI fragment. */
function encodePointer(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/').replaceAll('%24', '$');
}
