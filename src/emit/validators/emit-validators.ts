import type { AnySchema } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonObject } from '../../json.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Model, ToolModel } from '../../model/model.js';
import { newEngine } from '../../runtime/engine.js';
import { validationSchema } from '../../runtime/validation-schema.js';
import type { EmittedFile } from '../emitted-file.js';
import { checksModule } from './checks-module.js';

/** `validators/`: one module a tool, and the modules of the runtime that they import. */
export interface Validators {
  readonly files: readonly EmittedFile[];
  readonly runtimeModules: readonly string[];
}

/** The schemas as code, for `validators: precompiled`: what the runtime would compile, compiled now, by the same engine. */
export function emitValidators(model: Model, deadline: Deadline): Validators {
  const runtimeModules = new Set<string>();
  const files = model.tools.map((tool): EmittedFile => {
    deadline.check('compiling the validators', tool.name);
    const { text, imports } = checksModule(codeOf(tool));
    for (const file of imports) runtimeModules.add(file);
    return { path: `${model.paths.output}/validators/${tool.names.file}.ts`, kind: 'generated', text };
  });
  return { files, runtimeModules: [...runtimeModules].sort() };
}

/** ajv's standalone module, with the exports `input` and, where the tool has an `outputSchema`, `output`. */
function codeOf({ inputSchema, outputSchema, limitedPatterns }: ToolModel): string {
  const engine = newEngine({ source: true, esm: true, lines: true });
  const add = (name: string, schema: JsonObject) =>
    void engine.addSchema(validationSchema(schema, limitedPatterns) as AnySchema, name);
  add('input', inputSchema);
  if (outputSchema !== undefined) add('output', outputSchema);
  return standalone.default(
    engine,
    outputSchema === undefined ? { input: 'input' } : { input: 'input', output: 'output' },
  );
}
