import { assertWellFormed } from './emit/code/gate.js';
import { emit } from './emit/emit.js';
import type { EmitMemory } from './emit/emit-memory.js';
import type { EmittedFile } from './emit/emitted-file.js';
import { readAsset } from './host/package-assets.js';
import { isJsonObject, type JsonObject } from './json.js';
import type { Deadline } from './limits/deadline.js';
import type { Condition } from './manifest/manifest.generated.js';
import type { Model } from './model/model.js';
import { assertResolvable } from './schema/assert-resolvable.js';

/** From a model to all files that follow from it alone, each read again: all but the handlers. */
export async function emitModel(model: Model, deadline: Deadline, memory?: EmitMemory): Promise<EmittedFile[]> {
  await assertResolvable(bundled(model), deadline);
  const files = await emit(model, readAsset, deadline, memory);
  deadline.check('parsing what it made');
  assertWellFormed(memory?.ungated(model, files) ?? files);
  return files;
}

/** The schemas that hold others than their author put there. */
function bundled({ tools, workflows, schemas }: Model): JsonObject[] {
  const callables = [...tools, ...workflows];
  return [
    ...callables.flatMap(({ inputSchema, inputShared }) => (inputShared.size > 0 ? [inputSchema] : [])),
    ...callables.flatMap(({ outputSchema, outputShared }) =>
      outputSchema && outputShared.size > 0 ? [outputSchema] : [],
    ),
    ...schemas.flatMap(({ schema, shared }) => (shared.size > 0 ? [schema] : [])),
    ...workflows.flatMap(({ steps }) => steps.flatMap(({ conditions }) => conditions.flatMap(wantedOf))),
  ];
}

function wantedOf({ parameters }: Condition): JsonObject[] {
  const matches: unknown = parameters['matches'];
  return isJsonObject(matches) ? [matches] : [];
}
