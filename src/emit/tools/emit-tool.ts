import type { JsonObject } from '../../json.js';
import { neededScopes } from '../../model/authorization.js';
import type { Model, ToolModel } from '../../model/model.js';
import { typeNameOf, typeNamesOfTool } from '../../model/names.js';
import { toolDefinition } from '../../model/tool-definition.js';
import { declareTypes } from '../../types/declare-types.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral, propertyKey } from '../code/literal.js';
import { importTypes, importValues, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { askerOfTool, asksOf } from './emit-asks.js';
import { descriptorOf } from './names.js';

/** `tools/<file>.ts`: what the tool takes and returns, and its definition as served. Server and client both build on it. */
export function emitTool(model: Model, tool: ToolModel): EmittedFile {
  const { input, output } = typeNamesOfTool(tool.names.pascal);
  const { inputTypes, outputTypes } = typesOfCallable(tool);
  const shared = [...inputTypes.imports, ...(outputTypes?.imports ?? [])];
  const outputName = outputTypes === undefined ? ts`undefined` : identifier(output);
  const isPrecompiled = model.validators === 'precompiled';
  const asked = asksOf(askerOfTool(tool), [...inputTypes.names, ...(outputTypes?.names ?? [])]);
  const path = `${model.paths.output}/tools/${tool.names.file}.ts`;
  return {
    path,
    kind: 'generated',
    text: moduleText(
      [
        asked === undefined ? nothing : importTypes(asked.imports, '../runtime/asking.js'),
        importTypes(['ToolDescriptor'], '../runtime/descriptor.js'),
        importTypes(shared, '../schemas.js'),
        isPrecompiled ? importValues(['checks'], `../validators/${tool.names.file}.js`) : nothing,
      ],
      inputTypes.declarations,
      outputTypes?.declarations ?? nothing,
      ...(asked?.declarations ?? []),
      descriptor(tool, model, input, outputName),
    ),
  };
}

function descriptor(tool: ToolModel, { authorization, validators }: Model, input: string, output: Code): Code {
  const name = descriptorOf(tool.names);
  const doc = docComment(tool.description ?? tool.title ?? tool.name);
  const { limitedPatterns = [], ask } = tool;
  const members: JsonObject = toolDefinition(tool);
  const scopes = neededScopes(tool.scopes, authorization);
  if (scopes !== undefined) members['scopes'] = [...scopes];
  if (limitedPatterns.length > 0) members['limitedPatterns'] = [...limitedPatterns];
  if (tool.tasks !== undefined) members['tasks'] = { ...tool.tasks };
  if (ask !== undefined) members['ask'] = ask as unknown as JsonObject;
  const literal = validators === 'precompiled' ? withChecks(members) : jsonLiteral(members);
  return lines(doc, ts`export const ${name}: ToolDescriptor<${identifier(input)}, ${output}> = ${literal};`);
}

/** The descriptor of a tool whose schemas are code already. */
function withChecks(members: JsonObject): Code {
  const printed = Object.entries(members).map(([key, value]) => ts`${propertyKey(key)}: ${jsonLiteral(value)},`);
  return ts`{
  ${lines(printed)}
  checks,
}`;
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
