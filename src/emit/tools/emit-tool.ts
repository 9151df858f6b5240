import type { JsonObject } from '../../json.js';
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

/** `tools/<file>.ts`: what the tool takes and returns, and its definition as served. Server and client both build on it. */
export function emitTool(model: Model, tool: ToolModel): EmittedFile {
  const [input = '', output = '', handler = ''] = typeNamesOfTool(tool.names.pascal);
  const inputTypes = typesOf(tool.inputSchema, tool.inputShared, input, 'input', [output, handler]);
  const outputTypes =
    tool.outputSchema === undefined
      ? undefined
      : typesOf(tool.outputSchema, tool.outputShared, output, 'output', [input, handler, ...inputTypes.names]);
  const shared = [...inputTypes.imports, ...(outputTypes?.imports ?? [])];
  const outputName = outputTypes === undefined ? ts`undefined` : identifier(output);
  const isPrecompiled = model.validators === 'precompiled';
  const path = `${model.paths.output}/tools/${tool.names.file}.ts`;
  return {
    path,
    kind: 'generated',
    text: moduleText(
      [
        importTypes(['ToolDescriptor'], '../runtime/descriptor.js'),
        importTypes(shared, '../schemas.js'),
        isPrecompiled ? importValues(['checks'], `../validators/${tool.names.file}.js`) : nothing,
      ],
      inputTypes.declarations,
      outputTypes?.declarations ?? nothing,
      descriptor(tool, input, outputName, isPrecompiled),
    ),
  };
}

function descriptor(tool: ToolModel, input: string, output: Code, isPrecompiled: boolean): Code {
  const name = identifier(`${tool.names.camel}Tool`);
  const doc = docComment(tool.description ?? tool.title ?? tool.name);
  const { limitedPatterns = [] } = tool;
  const members: JsonObject = toolDefinition(tool);
  if (limitedPatterns.length > 0) members['limitedPatterns'] = [...limitedPatterns];
  const literal = isPrecompiled ? withChecks(members) : jsonLiteral(members);
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

/** Types of one schema; one that is a shared schema as a whole is only another name for it. */
export function typesOf(
  schema: JsonObject,
  sharedAt: ReadonlyMap<string, string>,
  name: string,
  side: 'input' | 'output',
  taken: readonly string[],
): { declarations: Code; imports: readonly string[]; names: readonly string[] } {
  const rootShared = sharedAt.get('');
  if (rootShared !== undefined) {
    const type = typeNameOf(rootShared);
    return { declarations: ts`export type ${identifier(name)} = ${identifier(type)};`, imports: [type], names: [name] };
  }
  const shared = new Map([...sharedAt].map(([pointer, schemaName]) => [pointer, typeNameOf(schemaName)]));
  return declareTypes({ schema, name, side, shared, taken: new Set(taken) });
}
