import type { Project } from '../config/project.js';
import type { JsonObject } from '../json.js';
import type { Manifests, ToolEntry } from '../manifest/read-manifests.js';
import type { ResolvedSchemas } from '../schema/resolve-schemas.js';
import { annotationsOf } from './annotations.js';
import { sortedQuestions } from './asks.js';
import { buildPrompt, buildResource, buildResourceTemplate } from './build-offers.js';
import { buildWorkflows } from './build-workflow.js';
import { schemasOf } from './callable-schemas.js';
import { digestOfTool, digestWithTools } from './digest.js';
import { discoveryKey, discoveryOf } from './discovery.js';
import { exposeWorkflow } from './expose-workflow.js';
import type { Model, SharedSchema, ToolModel } from './model.js';
import { toolNames, typeNameOf } from './names.js';
import { surfaceOf } from './surface.js';
import { taskSupportOf } from './task-support.js';
import { toolDefinition } from './tool-definition.js';

/** Builds the model from parts that are free of errors. */
export function buildModel(project: Project, manifests: Manifests, schemas: ResolvedSchemas): Model {
  const own = manifests.tools.map((entry) => buildTool(entry, schemas)).sort(byName);
  const workflows = buildWorkflows(manifests.workflows, own, schemas);
  const exposed = workflows.filter((each) => each.isExposed).map((each) => exposeWorkflow(each, workflows, own));
  const tools = [...own, ...exposed.map(withDigest)].sort(byName);
  const shared = [...schemas.shared].map(
    ([name, { schema, shared }]): SharedSchema => ({ name, pascal: typeNameOf(name), schema, shared }),
  );
  shared.sort(byName);
  const offers = {
    resources: manifests.resources.map(buildResource).sort(byName),
    resourceTemplates: manifests.resourceTemplates.map(buildResourceTemplate).sort(byName),
    prompts: manifests.prompts.map(buildPrompt).sort(byName),
  };
  const {
    server,
    targets,
    environment,
    validators,
    compatibilityMode,
    protocol,
    authorization,
    caching,
    pageSize,
    paths,
  } = project;
  return {
    server,
    targets,
    environment,
    validators,
    ...(compatibilityMode === undefined ? {} : { compatibilityMode }),
    protocol,
    ...(authorization === undefined ? {} : { authorization }),
    ...(caching === undefined ? {} : { caching }),
    ...(pageSize === undefined ? {} : { pageSize }),
    paths,
    tools,
    ...offers,
    workflows,
    schemas: shared,
    digest: digestWithTools(
      surfaceOf({ server, tools, ...offers, ...(authorization === undefined ? {} : { authorization }) }),
    ),
  };
}

function buildTool(entry: ToolEntry, schemas: ResolvedSchemas): ToolModel {
  const { name, title, description, annotations, icons, scopes, _meta, ask, ...declared } = entry.declaration;
  const { semantics, performance, dependencies = [], composition, documentation } = declared;
  const meaning = {
    ...(semantics === undefined ? {} : { semantics }),
    ...(performance === undefined ? {} : { performance }),
    dependencies,
    ...(composition === undefined ? {} : { composition }),
    ...(documentation === undefined ? {} : { documentation }),
  };
  const served = annotationsOf(semantics, annotations as JsonObject | undefined);
  const discovery = discoveryOf(meaning);
  const meta = discovery === undefined ? _meta : { ..._meta, [discoveryKey]: discovery };
  return withDigest({
    name,
    names: toolNames(name),
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...schemasOf(entry, schemas),
    ...(served === undefined ? {} : { annotations: served }),
    ...(icons === undefined ? {} : { icons: icons as unknown as JsonObject[] }),
    ...(meta === undefined ? {} : { _meta: meta as JsonObject }),
    ...(scopes === undefined ? {} : { scopes: [...scopes].sort() }),
    ...(declared.tasks === undefined ? {} : { tasks: taskSupportOf(declared.tasks) }),
    ...(ask === undefined ? {} : { ask: sortedQuestions(ask) }),
    ...meaning,
  });
}

function withDigest(tool: Omit<ToolModel, 'digest'>): ToolModel {
  return { ...tool, digest: digestOfTool(toolDefinition(tool)) };
}

/** By UTF-16 code units, which does not depend on a locale. */
function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
