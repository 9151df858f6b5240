import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { type JsonObject, type JsonPath, toPointer } from '../json.js';
import type { Origin } from '../manifest/read-manifests.js';
import { type Dialect, ignoresRefSiblings } from './dialect.js';
import type { SchemaSize } from './schema-bounds.js';
import { type Subschema, walk } from './walk.js';

/**
 * One schema that a manifest names: a tool's `inputSchema` or `outputSchema`, or an entry of `schemas:`.
 * `#` in a reference means the root of the unit that the reference stands in.
 */
export interface SchemaUnit {
  /** Unique in the project, and readable in a debugger: `tool create_ticket inputSchema`, `schema Ticket`. */
  readonly key: string;
  readonly root: JsonObject;
  readonly dialect: Dialect;
  readonly origin: Origin;
  /** What it adds to the totals of a tool. */
  readonly size: SchemaSize;
  /** Whether something in it has a `pattern` or `patternProperties`. */
  readonly hasPatterns: boolean;
  /** Every subschema by its JSON pointer from the unit's root. */
  readonly positions: ReadonlyMap<string, Position>;
  /** Pointer of each schema resource (JSON Schema core, 4.3.5) by its absolute URI; the root's is always there. */
  readonly resources: ReadonlyMap<string, string>;
  /** Pointer of each `$anchor` and `$dynamicAnchor`, by `<pointer of its resource>#<name>`. */
  readonly anchors: ReadonlyMap<string, string>;
}

export interface Position {
  readonly subschema: Subschema;
  /** Pointer of the schema resource that it belongs to: '' unless an `$id` opens another. */
  readonly resource: string;
  /** The base URI in force, for resolving references. */
  readonly base: string;
}

/** Stands for "no `$id`": a reference that resolves below it came from a relative path. */
export const projectBase = 'mcpgen-project:///';

/** A unit ready for resolution. It is walked when somebody asks what is in it. */
export function indexUnit(
  own: Pick<SchemaUnit, 'key' | 'root' | 'dialect' | 'origin' | 'size' | 'hasPatterns'>,
): SchemaUnit {
  let index: UnitIndex | undefined;
  const indexed = (): UnitIndex => {
    index ??= walkUnit(own);
    return index;
  };
  return {
    ...own,
    get positions() {
      return indexed().positions;
    },
    get resources() {
      return indexed().resources;
    },
    get anchors() {
      return indexed().anchors;
    },
  };
}

type UnitIndex = Pick<SchemaUnit, 'positions' | 'resources' | 'anchors'>;

function walkUnit({ root, dialect }: Pick<SchemaUnit, 'root' | 'dialect'>): UnitIndex {
  const positions = new Map<string, Position>();
  const resources = new Map<string, string>([[projectBase, '']]);
  const anchors = new Map<string, string>();
  const known = new Map<Subschema, Position>();
  for (const subschema of walk(root, dialect)) {
    const pointer = toPointer(subschema.path);
    const parent = subschema.parent === undefined ? undefined : known.get(subschema.parent);
    let resource = parent?.resource ?? '';
    let base = parent?.base ?? projectBase;
    if (typeof subschema.schema === 'object') {
      const { $id, $anchor, $dynamicAnchor } = subschema.schema;
      const isHidden = ignoresRefSiblings(dialect) && '$ref' in subschema.schema;
      if (typeof $id === 'string' && !isHidden && !$id.startsWith('#')) {
        resource = pointer;
        base = resolveUri($id, base);
        resources.set(base, pointer);
      } else if (typeof $id === 'string' && !isHidden) {
        anchors.set(`${resource}#${$id.slice(1)}`, pointer);
      }
      // For a plain `$ref`, a `$dynamicAnchor` is an anchor like any other (JSON Schema core, 8.2.2).
      for (const anchor of [$anchor, $dynamicAnchor]) {
        if (typeof anchor === 'string') anchors.set(`${resource}#${anchor}`, pointer);
      }
    }
    const position = { subschema, resource, base };
    known.set(subschema, position);
    positions.set(pointer, position);
  }
  return { positions, resources, anchors };
}

/** The subschema at a pointer that is known to lead to one. */
export function positionAt(unit: SchemaUnit, pointer: string): Position {
  const position = unit.positions.get(pointer);
  if (position === undefined) throw new Error(`no schema at ${pointer} of ${unit.key}`);
  return position;
}

/** A URI without its fragment, resolved against a base; what cannot be resolved stays itself, and will match nothing. */
export function resolveUri(reference: string, base: string): string {
  try {
    const url = new URL(reference, base);
    url.hash = '';
    return url.href;
  } catch {
    return reference;
  }
}

/** Where a path inside a unit stands in its file. */
export function locateIn(unit: { readonly origin: Origin }, path: JsonPath, target: 'key' | 'value' = 'value'): Span {
  return unit.origin.doc.locate([...unit.origin.path, ...path], target);
}

export type UnitFindings = { readonly unit: SchemaUnit | undefined; readonly diagnostics: readonly Diagnostic[] };
