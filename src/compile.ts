import { checkNames } from './check/check-names.js';
import { checkTexts } from './check/check-texts.js';
import { checkTools } from './check/check-tools.js';
import type { Project } from './config/project.js';
import { readConfig } from './config/read-config.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { assertWellFormed } from './emit/code/gate.js';
import { emit } from './emit/emit.js';
import type { EmittedFile } from './emit/emitted-file.js';
import { emitHandlerBindings } from './handlers/emit-bindings.js';
import { planHandlers } from './handlers/plan-handlers.js';
import type { Host } from './host/host.js';
import { readAsset } from './host/package-assets.js';
import type { JsonObject } from './json.js';
import { readManifests } from './manifest/read-manifests.js';
import { buildModel } from './model/build-model.js';
import type { Model } from './model/model.js';
import { assertResolvable } from './schema/assert-resolvable.js';
import { resolveSchemas } from './schema/resolve-schemas.js';
import { loadSources } from './source/load-sources.js';

/** What a check gives: findings, and the model when none of them is an error. */
export interface Analysis {
  readonly diagnostics: readonly Diagnostic[];
  /** Present once mcpgen.yaml was readable. */
  readonly project?: Project;
  readonly model?: Model;
}

/** A contract, compiled: every file that belongs on disk, none of them written yet. */
export interface Compilation extends Analysis {
  readonly files?: readonly EmittedFile[];
  /** Handler files that implement no tool of the contract. */
  readonly kept?: readonly string[];
}

/** The front half: from mcpgen.yaml and the manifests to the model. Reads through the host, writes nothing. */
export function analyse(host: Host): Analysis {
  const config = readConfig(host);
  if (!config.ok) return { diagnostics: config.diagnostics };
  const project = config.value;
  const diagnostics = [...config.diagnostics];

  const sources = loadSources(host, project.manifests, project.limits);
  diagnostics.push(...sources.diagnostics);
  const read = readManifests(sources.docs);
  diagnostics.push(...read.diagnostics, ...checkNames(read.manifests, project.limits));
  diagnostics.push(...checkTools(read.manifests, project.limits), ...checkTexts(read.manifests));
  const resolved = resolveSchemas(read.manifests, project.manifests, project.limits);
  diagnostics.push(...resolved.diagnostics);

  if (hasErrors(diagnostics)) return { diagnostics, project };
  return { diagnostics, project, model: buildModel(project, read.manifests, resolved.schemas) };
}

/** The whole way from mcpgen.yaml to the files that belong on disk. Writing them is the caller's affair: see write/. */
export async function compile(host: Host): Promise<Compilation> {
  const analysis = analyse(host);
  const { model } = analysis;
  if (model === undefined) return analysis;

  await assertResolvable(bundled(model));
  const files = await emit(model, (file) => readAsset(`src/runtime/${file}`));
  const diagnostics = [...analysis.diagnostics];
  let kept: readonly string[] = [];
  if (model.targets.includes('server')) {
    const handlers = await planHandlers(host, model);
    diagnostics.push(...handlers.diagnostics);
    if (!handlers.ok) return { ...analysis, diagnostics };
    files.push(...handlers.value.files, emitHandlerBindings(model, handlers.value.bindings));
    kept = handlers.value.kept;
  }
  assertWellFormed(files);
  return { ...analysis, diagnostics, files, kept };
}

/** The schemas that hold others than their author put there. */
function bundled({ tools, schemas }: Model): JsonObject[] {
  return [
    ...tools.flatMap(({ inputSchema, inputShared }) => (inputShared.size > 0 ? [inputSchema] : [])),
    ...tools.flatMap(({ outputSchema, outputShared }) => (outputSchema && outputShared.size > 0 ? [outputSchema] : [])),
    ...schemas.flatMap(({ schema, shared }) => (shared.size > 0 ? [schema] : [])),
  ];
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error');
}
