import type { JsonObject } from '../../json.js';
import { neededScopes } from '../../model/authorization.js';
import type { Model, ToolModel } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import { toolDefinition } from '../../model/tool-definition.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral, propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { descriptorOf, typesDeclaredFor } from './names.js';

/**
 * `tools/index.ts`: every tool's definition as served. Server and client both build on them. They are one module, since to load a module
 * takes longer than to read what is in it.
 */
export function emitToolList(model: Model): EmittedFile {
  const hasTools = model.tools.length > 0;
  const members = model.tools.map((tool) => ts`${descriptorOf(tool.names)},`);
  const all = hasTools
    ? ts`export const tools: readonly ToolDescriptor[] = [
  ${lines(members)}
];`
    : ts`export const tools: readonly ToolDescriptor[] = [];`;
  return {
    path: `${model.paths.output}/tools/index.ts`,
    kind: 'generated',
    text: moduleText(
      [
        importTypes(['ToolDescriptor'], '../runtime/descriptor.js'),
        hasTools ? ts`import { lazyDescriptor, type ToolDefinition } from '../runtime/lazy-descriptor.js';` : nothing,
        ...model.tools.map((tool) => importTypes(typesDeclaredFor(tool), `./${tool.names.file}.js`)),
      ],
      model.tools.map((tool) => descriptor(tool, model)),
      lines(docComment('Every tool of the contract, in the order of the wire names.'), all),
    ),
  };
}

function descriptor(tool: ToolModel, { authorization, validators }: Model): Code {
  const { input, output } = typeNamesOfTool(tool.names.pascal);
  const { limitedPatterns = [], ask, tasks } = tool;
  const { name: _, ...definition } = toolDefinition(tool);
  const scopes = neededScopes(tool.scopes, authorization);
  const members: JsonObject = {
    ...definition,
    ...(scopes !== undefined && { scopes: [...scopes] }),
    ...(limitedPatterns.length > 0 && { limitedPatterns: [...limitedPatterns] }),
    ...(tasks !== undefined && { tasks: { ...tasks } }),
    ...(ask !== undefined && { ask: ask as unknown as JsonObject }),
  };
  const types = ts`${identifier(input)}, ${tool.outputSchema === undefined ? ts`undefined` : identifier(output)}`;
  const literal = validators === 'precompiled' ? withChecks(members, tool) : jsonLiteral(members);
  return lines(
    docComment(tool.description ?? tool.title ?? tool.name),
    ts`export const ${descriptorOf(tool.names)} = lazyDescriptor<${types}>(${stringLiteral(tool.name)}, (): ToolDefinition => (${literal}));`,
  );
}

/** The descriptor of a tool whose schemas are code already. */
function withChecks(members: JsonObject, { names }: ToolModel): Code {
  const printed = Object.entries(members).map(([key, value]) => ts`${propertyKey(key)}: ${jsonLiteral(value)},`);
  return ts`{
  ${lines(printed)}
  checks: () => import(${stringLiteral(`../validators/${names.file}.js`)}),
}`;
}
