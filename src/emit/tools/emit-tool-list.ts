import type { JsonObject, JsonValue } from '../../json.js';
import { neededScopes } from '../../model/authorization.js';
import type { Model, ToolModel } from '../../model/model.js';
import { toolDefinition } from '../../model/tool-definition.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { jsonTemplate } from '../code/json-template.js';
import { jsonLiteral, propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, moduleInPieces } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { descriptorOf } from './names.js';

/**
 * `tools/index.ts`: every tool's definition as served. Server and client both build on them. They are one module, since to load a module
 * takes longer than to read what is in it.
 */
export function emitToolList(
  model: Model,
  knownDescriptor: (tool: ToolModel) => Code | undefined = () => undefined,
): EmittedFile {
  const hasTools = model.tools.length > 0;
  const members = model.tools.map((tool) => ts`${descriptorOf(tool.names)},`);
  const all = hasTools
    ? ts`export const tools: readonly ToolDescriptor[] = [
  ${lines(members)}
];`
    : ts`export const tools: readonly ToolDescriptor[] = [];`;
  return {
    path: toolListPath(model),
    kind: 'generated',
    ...moduleInPieces(
      [
        importTypes([...(hasTools ? ['ToolDefinition'] : []), 'ToolDescriptor'], '../runtime/descriptor.js'),
        hasTools ? ts`import { json } from '../runtime/json-text.js';` : nothing,
        hasTools ? ts`import { lazyDescriptor } from '../runtime/lazy-descriptor.js';` : nothing,
      ],
      model.tools.map((tool) => knownDescriptor(tool) ?? descriptor(tool, model)),
      lines(docComment('Every tool of the contract, in the order of the wire names.'), all),
    ),
  };
}

export function toolListPath({ paths }: Pick<Model, 'paths'>): string {
  return `${paths.output}/tools/index.ts`;
}

/** The descriptors in an emitted list, in the order of the tools. */
export function descriptorsIn(list: EmittedFile | undefined): readonly string[] {
  // Between the imports and the list of all.
  return list?.pieces?.slice(1, -1) ?? [];
}

function descriptor(tool: ToolModel, { authorization, validators }: Model): Code {
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
  const printed = Object.entries(members).map(([key, value]) => ts`${propertyKey(key)}: ${memberCode(key, value)},`);
  // Schemas are code already.
  const checks = ts`checks: () => import(${stringLiteral(`../validators/${tool.names.file}.js`)}),`;
  return lines(
    docComment(tool.description ?? tool.title ?? tool.name),
    ts`export const ${descriptorOf(tool.names)}: ToolDescriptor = lazyDescriptor(${stringLiteral(tool.name)}, (): ToolDefinition => ({
  ${lines(printed, validators === 'precompiled' ? checks : nothing)}
}));`,
  );
}

/** Schemas as text, which costs compilers little; what else there is as literals. */
function memberCode(key: string, value: JsonValue): Code {
  return key === 'inputSchema' || key === 'outputSchema' ? ts`json${jsonTemplate(value)}` : jsonLiteral(value);
}
