import type { Model, ResourceModel, SharedSchema, ToolModel } from '../../model/model.js';
import { calleesOf, workflowsById } from '../../model/used-workflows.js';
import type { WorkflowModel } from '../../model/workflow.js';
import { type CompositionEdge, compositionEdges } from './graph/composition-graph.js';
import { schemaPages } from './paths.js';

/** A contract with everything that its pages look up, worked out once. */
export interface Site {
  readonly model: Model;
  readonly tools: ReadonlyMap<string, ToolModel>;
  /** By its name, and by its URI: tools may depend on either. */
  readonly resources: ReadonlyMap<string, ResourceModel>;
  readonly workflows: ReadonlyMap<string, WorkflowModel>;
  readonly schemas: ReadonlyMap<string, SharedSchema>;
  /** The page of each shared schema, by its name. */
  readonly schemaPages: ReadonlyMap<string, string>;
  /** The same, by the name of its type. */
  readonly pagesByType: ReadonlyMap<string, string>;
  readonly edges: readonly CompositionEdge[];
  /** Edges by the name of the tool that they start at, and of the one that they lead to. */
  readonly feeds: ReadonlyMap<string, readonly CompositionEdge[]>;
  readonly fedBy: ReadonlyMap<string, readonly CompositionEdge[]>;
  /** Workflows with a step that runs a tool or workflow, by its name. */
  readonly usedIn: ReadonlyMap<string, readonly WorkflowModel[]>;
  /** Tools that depend on a tool, by its name. */
  readonly neededBy: ReadonlyMap<string, readonly ToolModel[]>;
  /** Tools that depend on a resource, by the resource's name. */
  readonly resourceNeededBy: ReadonlyMap<string, readonly ToolModel[]>;
  /** Tools whose every result satisfies a shared schema, as they say, by its name. */
  readonly satisfiedBy: ReadonlyMap<string, readonly ToolModel[]>;
  /** Tools and workflows whose schemas hold a shared schema, by its name. */
  readonly usersOf: ReadonlyMap<string, readonly (ToolModel | WorkflowModel)[]>;
}

export function readSite(model: Model): Site {
  const edges = compositionEdges(model.tools);
  const pages = schemaPages(model.schemas);
  const resources = new Map([
    ...model.resources.map((each) => [each.uri, each] as const),
    ...model.resources.map((each) => [each.name, each] as const),
  ]);
  return {
    model,
    resources,
    tools: new Map(model.tools.map((tool) => [tool.name, tool])),
    workflows: workflowsById(model),
    schemas: new Map(model.schemas.map((schema) => [schema.name, schema])),
    schemaPages: pages,
    pagesByType: new Map(model.schemas.map(({ name, pascal }) => [pascal, pages.get(name) ?? ''])),
    edges,
    feeds: groups(edges, ({ from }) => [from.name]),
    fedBy: groups(edges, ({ to }) => [to.name]),
    usedIn: groups(model.workflows, calleesOf),
    neededBy: groups(model.tools, ({ dependencies }) =>
      dependencies.flatMap(({ type, name }) => (type === 'tool' ? [name] : [])),
    ),
    resourceNeededBy: groups(model.tools, ({ dependencies }) =>
      dependencies.flatMap(({ type, name }) => (type === 'resource' ? [resources.get(name)?.name ?? ''] : [])),
    ),
    satisfiedBy: groups(model.tools, ({ composition }) => composition?.output_compatibility ?? []),
    usersOf: groups<ToolModel | WorkflowModel>(
      [...model.tools.filter(({ workflow }) => workflow === undefined), ...model.workflows],
      ({ inputShared, outputShared }) => [...inputShared.values(), ...outputShared.values()],
    ),
  };
}

/** Whether the contract offers something beside tools. */
export function hasOffers({ resources, resourceTemplates, prompts }: Model): boolean {
  return resources.length + resourceTemplates.length + prompts.length > 0;
}

/** What the first page is called: with tools alone it is a list of them. */
export function catalogueName(model: Model): string {
  return hasOffers(model) ? 'Catalogue' : 'Tools';
}

/** Things by the keys that each has, every thing once a key. */
function groups<T>(things: readonly T[], keysOf: (thing: T) => readonly string[]): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of new Set(keysOf(thing))) {
      const group = result.get(key);
      if (group === undefined) result.set(key, [thing]);
      else group.push(thing);
    }
  }
  return result;
}
