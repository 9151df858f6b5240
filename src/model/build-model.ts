import type { Project } from '../config/project.js';
import type { JsonObject } from '../json.js';
import type { Manifests, ToolEntry } from '../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../schema/resolve-schemas.js';
import { digestOf } from './digest.js';
import type { Model, SharedSchema, ToolModel } from './model.js';
import { toolNames, typeNameOf } from './names.js';
import { surfaceOf, toolDefinition } from './tool-definition.js';

/** Builds the model from parts that are free of errors. */
export function buildModel(project: Project, manifests: Manifests, schemas: ResolvedSchemas): Model {
  const tools = manifests.tools.map((entry) => buildTool(entry, schemas)).sort(byName);
  const shared = [...schemas.shared].map(
    ([name, { schema, shared }]): SharedSchema => ({ name, pascal: typeNameOf(name), schema, shared }),
  );
  shared.sort(byName);
  const { server, targets, environment, validators, paths } = project;
  return {
    server,
    targets,
    environment,
    validators,
    paths,
    tools,
    schemas: shared,
    digest: digestOf(surfaceOf({ server, tools })),
  };
}

function buildTool(entry: ToolEntry, schemas: ResolvedSchemas): ToolModel {
  const { declaration } = entry;
  const input = schemas.inputs.get(entry);
  if (input === undefined) throw new Error(`the input of ${declaration.name} was not resolved`);
  const output = schemas.outputs.get(entry);
  const limitedPatterns = schemas.limitedPatterns.get(entry);
  const { name, title, description, annotations, icons, _meta } = declaration;
  const parts = {
    name,
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    inputSchema: input.schema,
    inputShared: input.shared,
    ...(output === undefined ? {} : { outputSchema: output.schema }),
    outputShared: output?.shared ?? new Map<string, string>(),
    ...(limitedPatterns === undefined ? {} : { limitedPatterns }),
    ...(annotations === undefined ? {} : { annotations: annotations as JsonObject }),
    ...(icons === undefined ? {} : { icons: icons as unknown as JsonObject[] }),
    ...(_meta === undefined ? {} : { _meta: _meta as JsonObject }),
  };
  return { ...parts, names: toolNames(name), digest: digestOf(toolDefinition(parts)) };
}

/** By UTF-16 code units, which does not depend on a locale. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
