import type { Span } from '../../diagnostics/diagnostic.js';
import type { JsonObject, JsonPath } from '../../json.js';
import type { CallableEntry, Manifests } from '../../manifest/read-manifests.js';
import type { References } from '../../schema/check-references.js';
import type { Dialect } from '../../schema/dialect.js';
import type { WrittenSchemas } from '../../schema/resolve-schemas.js';
import type { SchemaUnit } from '../../schema/schema-unit.js';
import type { Subschema } from '../../schema/walk.js';
import type { LocateTarget } from '../../source/source-doc.js';

/** What a schema is for: that of a shared one follows from who refers to it. */
export type SchemaRole = 'input' | 'output' | 'shared';

/**
 * One schema as its author wrote it: a tool's or workflow's input or output, or an entry of `schemas:`. References are not
 * followed, so that each subschema is met once, at its own place, however many tools use it.
 */
export interface SchemaView {
  readonly role: SchemaRole;
  /** `the input of "create_ticket"`, `the schema "Ticket"`. */
  readonly label: string;
  /** The tool or workflow; undefined for a shared schema. */
  readonly owner: CallableEntry | undefined;
  readonly root: JsonObject;
  readonly dialect: Dialect;
  /** Whether callers send values of it: an input, or a shared schema that one refers to, also through others. */
  readonly isSent: boolean;
  /** Whether callers get values of it. */
  readonly isReturned: boolean;
  /** All subschemas, parents first, in the author's order. Booleans are left out. */
  readonly subschemas: readonly SubschemaView[];
  /** Where something inside stands; the path starts at the root of the schema. */
  readonly locate: (path: JsonPath, target?: LocateTarget) => Span;
}

/** One subschema that is an object, and where it stands. */
export interface SubschemaView {
  readonly schema: JsonObject;
  /** From the root of its view. */
  readonly path: JsonPath;
  /** The keyword that holds it (`properties`, `items`, ...); undefined for a root. */
  readonly keyword: string | undefined;
  readonly parent: SubschemaView | undefined;
  /** In the author's order. */
  readonly children: readonly SubschemaView[];
  readonly view: SchemaView;
  /** What its `$ref` leads to: undefined when it has none, or when that is `true` or `false`. */
  readonly target: SubschemaView | undefined;
  /** The place of the subschema, or of one of its members. */
  readonly locate: (path?: JsonPath, target?: LocateTarget) => Span;
}

export interface SchemaViews {
  readonly shared: ReadonlyMap<string, SchemaView>;
  readonly inputs: ReadonlyMap<CallableEntry, SchemaView>;
  readonly outputs: ReadonlyMap<CallableEntry, SchemaView>;
  readonly all: readonly SchemaView[];
}

const known = new WeakMap<WrittenSchemas, SchemaViews>();

/** Views of all schemas that resolution has kept; made once for all checks that look at them. */
export function schemaViews(manifests: Manifests, written: WrittenSchemas): SchemaViews {
  const views = known.get(written) ?? viewSchemas(manifests, written);
  known.set(written, views);
  return views;
}

function viewSchemas(manifests: Manifests, written: WrittenSchemas): SchemaViews {
  const sent = reachable(written.inputs.values(), written.references);
  const returned = reachable(written.outputs.values(), written.references);
  const views = new Map<SchemaUnit, UnitView>();
  const viewOf = (unit: SchemaUnit, role: SchemaRole, label: string, owner?: CallableEntry): SchemaView => {
    const view = new UnitView(unit, { role, label, owner }, sent.has(unit), returned.has(unit), views, written);
    views.set(unit, view);
    return view;
  };
  const shared = new Map<string, SchemaView>();
  for (const [name, unit] of written.shared) {
    shared.set(name, viewOf(unit, 'shared', `the schema ${JSON.stringify(name)}`));
  }
  const inputs = new Map<CallableEntry, SchemaView>();
  const outputs = new Map<CallableEntry, SchemaView>();
  for (const entry of [...manifests.tools, ...manifests.workflows]) {
    const input = written.inputs.get(entry);
    if (input !== undefined)
      inputs.set(entry, viewOf(input, 'input', `the input of ${JSON.stringify(entry.name)}`, entry));
    const output = written.outputs.get(entry);
    if (output !== undefined) {
      outputs.set(entry, viewOf(output, 'output', `the output of ${JSON.stringify(entry.name)}`, entry));
    }
  }
  return { shared, inputs, outputs, all: [...views.values()] };
}

/** The units themselves, and all that they refer to, also through others. */
function reachable(start: Iterable<SchemaUnit>, references: References): ReadonlySet<SchemaUnit> {
  const found = new Set(start);
  for (const unit of found) for (const target of references.get(unit)?.values() ?? []) found.add(target.unit);
  return found;
}

class UnitView implements SchemaView {
  readonly role: SchemaRole;
  readonly label: string;
  readonly owner: CallableEntry | undefined;
  readonly root: JsonObject;
  readonly dialect: Dialect;
  #byPointer: ReadonlyMap<string, SubschemaView> | undefined;
  #subschemas: readonly SubschemaView[] | undefined;

  constructor(
    private readonly unit: SchemaUnit,
    { role, label, owner }: Pick<SchemaView, 'role' | 'label' | 'owner'>,
    readonly isSent: boolean,
    readonly isReturned: boolean,
    private readonly views: ReadonlyMap<SchemaUnit, UnitView>,
    private readonly written: WrittenSchemas,
  ) {
    this.role = role;
    this.label = label;
    this.owner = owner;
    this.root = unit.root;
    this.dialect = unit.dialect;
  }

  get subschemas(): readonly SubschemaView[] {
    this.#subschemas ??= [...this.byPointer.values()];
    return this.#subschemas;
  }

  get byPointer(): ReadonlyMap<string, SubschemaView> {
    this.#byPointer ??= this.#viewAll();
    return this.#byPointer;
  }

  readonly locate = (path: JsonPath, target: LocateTarget = 'value'): Span => {
    const { doc, path: start } = this.unit.origin;
    return doc.locate([...start, ...path], target);
  };

  #viewAll(): Map<string, SubschemaView> {
    const found = new Map<string, SubschemaView>();
    const views = new Map<Subschema, PlacedView>();
    for (const [pointer, { subschema }] of this.unit.positions) {
      const { schema, path, keyword, parent } = subschema;
      if (typeof schema === 'boolean') continue;
      const above = parent && views.get(parent);
      const view = new PlacedView(schema, path, keyword, above, this, pointer);
      views.set(subschema, view);
      found.set(pointer, view);
      above?.children.push(view);
    }
    return found;
  }

  /** What the reference at a pointer leads to. */
  targetAt(pointer: string): SubschemaView | undefined {
    const target = this.written.references.get(this.unit)?.get(pointer);
    return target === undefined ? undefined : this.views.get(target.unit)?.byPointer.get(target.pointer);
  }
}

/** There are tens of thousands of them in a large contract, so that nothing is made for one before somebody asks. */
class PlacedView implements SubschemaView {
  readonly children: SubschemaView[] = [];

  constructor(
    readonly schema: JsonObject,
    readonly path: JsonPath,
    readonly keyword: string | undefined,
    readonly parent: SubschemaView | undefined,
    readonly view: UnitView,
    private readonly pointer: string,
  ) {}

  get target(): SubschemaView | undefined {
    return this.view.targetAt(this.pointer);
  }

  get locate(): SubschemaView['locate'] {
    return (below = [], target) => this.view.locate([...this.path, ...below], target);
  }
}
