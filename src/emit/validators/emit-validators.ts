import type { AnySchema } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import type { JsonObject } from '../../json.js';
import type { Deadline } from '../../limits/deadline.js';
import type { Model, ToolModel } from '../../model/model.js';
import { usedWorkflows } from '../../model/used-workflows.js';
import type { WorkflowModel } from '../../model/workflow.js';
import { newEngine } from '../../runtime/engine.js';
import { validationSchema } from '../../runtime/validation-schema.js';
import type { EmittedFile } from '../emitted-file.js';
import { checksModule } from './checks-module.js';

/** `validators/`: one module for each tool and workflow, and the modules of the runtime that they import. */
export interface Validators {
  readonly files: readonly EmittedFile[];
  readonly runtimeModules: readonly string[];
}

/** The schemas as code, for `validators: precompiled`: what the runtime would compile, compiled now, by the same engine. */
export function emitValidators(model: Model, deadline: Deadline): Validators {
  const runtimeModules = new Set<string>();
  const workflows = usedWorkflows(model);
  const emit = (name: string, file: string, code: string, kind: 'ToolChecks' | 'WorkflowChecks'): EmittedFile => {
    deadline.check('compiling the validators', name);
    const { text, imports } = checksModule(code, kind);
    for (const each of imports) runtimeModules.add(each);
    return { path: `${model.paths.output}/validators/${file}.ts`, kind: 'generated', text };
  };
  // A workflow that is a tool as well has one module for both.
  const tools = model.tools.filter((tool) => !workflows.some((each) => each.id === tool.workflow));
  const files = [
    ...tools.map((tool) => emit(tool.name, tool.names.file, codeOf(tool), 'ToolChecks')),
    ...workflows.map((each) => emit(each.id, each.names.file, codeOf(each, conditionsOf(each)), 'WorkflowChecks')),
  ];
  return { files, runtimeModules: [...runtimeModules].sort() };
}

/** ajv's standalone module, with the exports `input`, `output` where there is an `outputSchema`, and one for each condition. */
function codeOf(
  { inputSchema, outputSchema, limitedPatterns }: Pick<ToolModel, 'inputSchema' | 'outputSchema' | 'limitedPatterns'>,
  conditions: readonly ConditionSchema[] = [],
): string {
  const engine = newEngine({ source: true, esm: true, lines: true });
  const names: string[] = [];
  const add = (name: string, schema: JsonObject, limited: readonly string[] | undefined) => {
    engine.addSchema(validationSchema(schema, limited) as AnySchema, name);
    names.push(name);
  };
  add('input', inputSchema, limitedPatterns);
  if (outputSchema !== undefined) add('output', outputSchema, limitedPatterns);
  for (const [index, { schema, limited }] of conditions.entries()) add(`condition${index}`, schema, limited);
  return standalone.default(engine, Object.fromEntries(names.map((name) => [name, name])));
}

interface ConditionSchema {
  readonly schema: JsonObject;
  readonly limited: readonly string[] | undefined;
}

/** In the order in which the definition of the workflow counts them. */
function conditionsOf({ steps }: WorkflowModel): ConditionSchema[] {
  const all = steps.flatMap((step) => step.conditions.filter((each) => each.type === 'value_based'));
  return all.map(({ parameters, limitedPatterns }) => ({
    schema: parameters['matches'] as JsonObject,
    limited: limitedPatterns,
  }));
}
