import type { JsonObject } from '../../json.js';
import type { Model, ToolModel } from '../../model/model.js';
import { typeNameOf, typeNamesOfTool } from '../../model/names.js';
import { declareTypes } from '../../types/declare-types.js';
import { type Code, nothing, ts } from '../code/code.js';
import { identifier } from '../code/identifier.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { askerOfTool, asksOf } from './emit-asks.js';

/** `tools/<file>.ts`: the types of what the tool takes, returns and asks. Nothing of it is there at run time. */
export function emitTool(model: Model, tool: ToolModel): EmittedFile {
  return { path: toolModulePath(model, tool), kind: 'generated', text: toolModule(tool) };
}

export function toolModulePath({ paths }: Pick<Model, 'paths'>, { names }: Pick<ToolModel, 'names'>): string {
  return `${paths.output}/tools/${names.file}.ts`;
}

function toolModule(tool: ToolModel): string {
  const { inputTypes, outputTypes } = typesOfCallable(tool);
  const shared = [...inputTypes.imports, ...(outputTypes?.imports ?? [])];
  const asked = asksOf(askerOfTool(tool), [...inputTypes.names, ...(outputTypes?.names ?? [])]);
  return moduleText(
    [
      asked === undefined ? nothing : importTypes(asked.imports, '../runtime/asking.js'),
      importTypes(shared, '../schemas.js'),
    ],
    inputTypes.declarations,
    outputTypes?.declarations ?? nothing,
    ...(asked?.declarations ?? []),
  );
}

export interface CallableTypes {
  readonly inputTypes: Types;
  /** Undefined where the contract does not say what is returned. */
  readonly outputTypes: Types | undefined;
}

/** The modules and the site show the same types, and to make them is much of the work of a build. */
const known = new WeakMap<Callable, CallableTypes>();

/** Types of what a tool or a workflow takes and, where it says so, of what it returns. */
export function typesOfCallable(callable: Callable): CallableTypes {
  const found = known.get(callable) ?? declareTypesOf(callable);
  known.set(callable, found);
  return found;
}

function declareTypesOf(callable: Callable): CallableTypes {
  const { names, inputSchema, inputShared, outputSchema, outputShared } = callable;
  const { input, output, handler } = typeNamesOfTool(names.pascal);
  const inputTypes = typesOf(inputSchema, inputShared, input, 'input', [output, handler]);
  if (outputSchema === undefined) return { inputTypes, outputTypes: undefined };
  const taken = [input, handler, ...inputTypes.names];
  return { inputTypes, outputTypes: typesOf(outputSchema, outputShared, output, 'output', taken) };
}

type Callable = Pick<ToolModel, 'names' | 'inputSchema' | 'inputShared' | 'outputSchema' | 'outputShared'>;

export interface Types {
  readonly declarations: Code;
  readonly imports: readonly string[];
  readonly names: readonly string[];
}

/** Types of one schema; one that is a shared schema as a whole is only another name for it. */
export function typesOf(
  schema: JsonObject,
  sharedAt: ReadonlyMap<string, string>,
  name: string,
  side: 'input' | 'output',
  taken: readonly string[],
): Types {
  const rootShared = sharedAt.get('');
  if (rootShared !== undefined) {
    const type = typeNameOf(rootShared);
    return { declarations: ts`export type ${identifier(name)} = ${identifier(type)};`, imports: [type], names: [name] };
  }
  const shared = new Map([...sharedAt].map(([pointer, schemaName]) => [pointer, typeNameOf(schemaName)]));
  return declareTypes({ schema, name, side, shared, taken: new Set(taken) });
}
