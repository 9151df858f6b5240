import type { Deadline } from '../limits/deadline.js';
import type { Model } from '../model/model.js';
import { prerequisitesOf } from '../model/prerequisites.js';
import { servesQuestions } from '../model/used-workflows.js';
import { emitClient } from './client/emit-client.js';
import { emitClientOffers } from './client/emit-client-offers.js';
import { emitClientWorkflows } from './client/emit-client-workflows.js';
import { emitComposition } from './client/emit-composition.js';
import { remembered } from './code/remembered.js';
import { emitContract } from './contract/emit-contract.js';
import type { EmitMemory } from './emit-memory.js';
import type { EmittedFile } from './emitted-file.js';
import { emitOffers } from './offers/emit-offers.js';
import { emitRuntime, type ReadRuntime } from './runtime/emit-runtime.js';
import { emitChanges } from './server/emit-changes.js';
import { emitEntries } from './server/emit-entries.js';
import { emitEnvironment } from './server/emit-environment.js';
import { emitExamples } from './server/emit-examples.js';
import { emitHandlerTypes } from './server/emit-handler-types.js';
import { emitMain } from './server/emit-main.js';
import { emitPrerequisites } from './server/emit-prerequisites.js';
import { emitServer } from './server/emit-server.js';
import { emitSchemas } from './tools/emit-schemas.js';
import { emitTool, toolModulePath } from './tools/emit-tool.js';
import { emitToolList } from './tools/emit-tool-list.js';
import type { Validators } from './validators/emit-validators.js';
import { emitWorkflows } from './workflows/emit-workflow.js';

/** Reads a text file that ships with the compiler. */
export type ReadAsset = (path: string) => string;

/** Every file of the output, handlers apart: they depend on what their authors have written already. */
export async function emit(
  model: Model,
  readAsset: ReadAsset,
  deadline: Deadline,
  memory?: EmitMemory,
): Promise<EmittedFile[]> {
  const readRuntime: ReadRuntime = (file) => readAsset(`src/runtime/${file}`);
  const validators = model.validators === 'precompiled' ? await emitPrecompiled(model, deadline) : undefined;
  const files = [
    emitContract(model),
    ...emitSchemas(model),
    ...model.tools.map((tool): EmittedFile => {
      deadline.check('emitting the tools', tool.name);
      const known = memory?.emittedFor(tool);
      if (known === undefined) return emitTool(model, tool);
      return { path: toolModulePath(model, tool), kind: 'generated', text: known.module };
    }),
    emitToolList(model, (tool) => {
      const known = memory?.emittedFor(tool);
      return known && remembered(known.descriptor);
    }),
    ...emitOffers(model),
    ...emitWorkflows(model),
    ...(validators?.files ?? []),
    ...emitRuntime(model, readRuntime, validators?.runtimeModules),
  ];
  if (model.targets.includes('server'))
    files.push(
      emitServer(model),
      ...emitEntries(model),
      emitHandlerTypes(model),
      ...emitChanges(model),
      ...emitEnvironment(model),
      ...emitPrerequisites(model),
      ...emitExamples(model),
      emitMain(model.paths, {
        hasQuestions: servesQuestions(model),
        authorization: model.authorization,
        prerequisites: prerequisitesOf(model),
      }),
    );
  if (model.targets.includes('client'))
    files.push(
      emitClient(model),
      ...emitComposition(model, deadline),
      ...emitClientOffers(model),
      ...emitClientWorkflows(model),
    );
  if (model.targets.includes('docs')) files.push(...(await emitDocs(model, readAsset, deadline)));
  return files;
}

/** Loaded only where it is wanted, since it brings a template language along, and often a layout engine. */
async function emitDocs(model: Model, readAsset: ReadAsset, deadline: Deadline): Promise<EmittedFile[]> {
  const { emitSite } = await import('./site/emit-site.js');
  return emitSite(model, readAsset, deadline);
}

/** Loaded only where it is needed, since it brings the schema compiler along. */
async function emitPrecompiled(model: Model, deadline: Deadline): Promise<Validators> {
  const { emitValidators } = await import('./validators/emit-validators.js');
  return emitValidators(model, deadline);
}
