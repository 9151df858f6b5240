import type { Dependency, Semantics } from '../manifest/manifest.generated.js';
import { annotationsOf } from './annotations.js';
import { discoveryKey, discoveryOf } from './discovery.js';
import type { ToolModel } from './model.js';
import { calleesOf, withInner } from './used-workflows.js';
import type { WorkflowModel } from './workflow.js';

/** The tool that a workflow with `expose: tool` is on the wire. What it means follows from the tools that it may call. */
export function exposeWorkflow(
  workflow: WorkflowModel,
  workflows: readonly WorkflowModel[],
  tools: readonly ToolModel[],
): Omit<ToolModel, 'digest'> {
  const { id, names, name, description, inputSchema, inputShared, outputSchema, outputShared, limitedPatterns } =
    workflow;
  const called = new Set(withInner(workflow, { workflows }).flatMap(calleesOf));
  const parts = tools.filter((tool) => called.has(tool.name));
  const semantics = semanticsOf(parts);
  const dependencies = parts.map((tool): Dependency => ({ type: 'tool', name: tool.name }));
  const discovery = discoveryOf({ ...(semantics && { semantics }), dependencies });
  const annotations = annotationsOf(semantics, undefined);
  const scopes = [...new Set(parts.flatMap((tool) => tool.scopes ?? []))].sort();
  return {
    name: id,
    names,
    title: name,
    description,
    inputSchema,
    inputShared,
    ...(outputSchema === undefined ? {} : { outputSchema }),
    outputShared,
    ...(limitedPatterns === undefined ? {} : { limitedPatterns }),
    ...(annotations === undefined ? {} : { annotations }),
    ...(discovery === undefined ? {} : { _meta: { [discoveryKey]: discovery } }),
    ...(semantics === undefined ? {} : { semantics }),
    ...(scopes.length === 0 ? {} : { scopes }),
    dependencies,
    workflow: id,
  };
}

/** Only when all tools say what they change: about the others nothing is known. */
function semanticsOf(parts: readonly ToolModel[]): Semantics | undefined {
  const all = parts.map((each) => each.semantics);
  if (!all.every((each) => each !== undefined)) return undefined;
  const effects = new Map(all.flatMap(({ side_effects }) => side_effects.map((each) => [JSON.stringify(each), each])));
  return {
    categories: [...new Set(all.flatMap((each) => each.categories ?? []))].sort(),
    side_effects: [...effects.values()],
    idempotent: all.every((each) => each.idempotent === true),
    deterministic: all.every((each) => each.deterministic === true),
  };
}
