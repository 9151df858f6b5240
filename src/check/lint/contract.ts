import type { Project } from '../../config/project.js';
import type { Span } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type {
  CallableEntry,
  Manifests,
  Origin,
  SchemaEntry,
  ToolEntry,
  WorkflowEntry,
} from '../../manifest/read-manifests.js';
import type { Model, ToolModel } from '../../model/model.js';
import type { WorkflowModel } from '../../model/workflow.js';
import type { ResolvedSchemas } from '../../schema/resolve-schemas.js';
import type { LocateTarget } from '../../source/source-doc.js';
import { estimateTokens } from './estimate-tokens.js';
import { type SchemaView, schemaViews } from './schema-view.js';

/**
 * What a rule sees: a contract without errors, both as written, with places, and as served. Facts that several rules want are
 * computed once, when the first one asks.
 */
export interface Contract {
  readonly project: Project;
  readonly model: Model;
  /** In the order of the manifests, as is everything here. */
  readonly tools: readonly ToolView[];
  readonly workflows: readonly WorkflowView[];
  readonly shared: readonly SharedView[];
  /** Every schema that somebody wrote, each once: of `schemas:`, then of tools and workflows, inputs before outputs. */
  readonly schemas: readonly SchemaView[];
}

interface CallableView<Entry extends CallableEntry> {
  readonly name: string;
  readonly entry: Entry;
  /** As its author wrote it. */
  readonly declaration: Entry['declaration'];
  readonly input: SchemaView;
  readonly output: SchemaView | undefined;
  /** Where one of its members stands; the path starts at the declaration. */
  readonly locate: (path: JsonPath, target?: LocateTarget) => Span;
}

/** One entry of `tools:`. */
export interface ToolView extends CallableView<ToolEntry> {
  /** As served: names safe, schemas self-contained, annotations derived. */
  readonly model: ToolModel;
  /** See `estimateTokens`. */
  readonly tokens: number;
}

/** One entry of `workflows:`; served as a tool of the same name when it is exposed. */
export interface WorkflowView extends CallableView<WorkflowEntry> {
  readonly model: WorkflowModel;
  /** The tool that it is served as, when it is exposed. */
  readonly tool: ToolModel | undefined;
}

/** One entry of `schemas:`. */
export interface SharedView {
  readonly name: string;
  readonly entry: SchemaEntry;
  readonly schema: SchemaView;
}

/** The view of a contract that has no errors: everything in it was resolved. */
export function viewContract(project: Project, manifests: Manifests, schemas: ResolvedSchemas, model: Model): Contract {
  const { shared, inputs, outputs, all } = schemaViews(manifests, schemas.written);
  const tools = new Map(model.tools.map((tool) => [tool.name, tool]));
  const workflows = new Map(model.workflows.map((workflow) => [workflow.id, workflow]));
  const callable = <Entry extends CallableEntry>(entry: Entry): CallableView<Entry> => ({
    name: entry.name,
    entry,
    declaration: entry.declaration,
    input: known(inputs, entry),
    output: outputs.get(entry),
    locate: (path, target) => locate(entry.origin, path, target),
  });
  return {
    project,
    model,
    tools: manifests.tools.map((entry): ToolView => {
      const served = known(tools, entry.name);
      let tokens: number | undefined;
      return {
        ...callable(entry),
        model: served,
        get tokens() {
          tokens ??= estimateTokens(served);
          return tokens;
        },
      };
    }),
    workflows: manifests.workflows.map(
      (entry): WorkflowView => ({
        ...callable(entry),
        model: known(workflows, entry.name),
        tool: tools.get(entry.name),
      }),
    ),
    shared: manifests.schemas.map(
      (entry): SharedView => ({ name: entry.name, entry, schema: known(shared, entry.name) }),
    ),
    schemas: all,
  };
}

function locate({ doc, path: start }: Origin, path: JsonPath, target: LocateTarget = 'value'): Span {
  return doc.locate([...start, ...path], target);
}

function known<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${String(key)} was not resolved`);
  return value;
}
