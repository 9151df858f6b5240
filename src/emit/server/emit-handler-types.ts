import { hasQuestions } from '../../model/asks.js';
import { handledTools } from '../../model/handled-tools.js';
import type { Model, ToolModel } from '../../model/model.js';
import { typeNamesOfTool } from '../../model/names.js';
import type { TaskModel } from '../../model/task-support.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { propertyKey } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { type OfferHandlerTypes, offerHandlerTypes } from '../offers/handler-types.js';
import { contextExtras } from './context-extras.js';

/** `server/handler.ts`: what handlers are written against, and nothing that serves. */
export function emitHandlerTypes(model: Model): EmittedFile {
  const extras = contextExtras(model);
  const offers = offerHandlerTypes(model, extras.types);
  const imports = handledTools(model).map((tool) => {
    const { input, output, ask } = typeNamesOfTool(tool.names.pascal);
    const types = [
      ...(tool.ask === undefined ? [] : [ask]),
      input,
      ...(tool.outputSchema === undefined ? [] : [output]),
    ];
    return importTypes(types, `../tools/${tool.names.file}.js`);
  });
  const asks = hasQuestions(model);
  return {
    path: `${model.paths.output}/server/handler.ts`,
    kind: 'generated',
    text: moduleText(
      [
        asks ? importTypes(['Asking'], '../runtime/asking.js') : nothing,
        ...(handledTools(model).length === 0 ? [] : [importTypes(['ToolHandler'], '../runtime/handler.js')]),
        ...(handledTools(model).length + offers.types.length === 0 ? [] : extras.typeImports),
        importTypes(taskContexts(model), '../runtime/task-context.js'),
        ...imports,
        ...offers.imports,
      ],
      lines(
        asks ? ts`export type * from '../runtime/asking.js';` : nothing,
        ts`export type { ToolContext } from '../runtime/context.js';`,
        ts`export type { Principal } from '../runtime/principal.js';`,
        asks ? ts`export { InputPending } from '../runtime/replay.js';` : nothing,
        ts`export { type ResultParts, ToolFailure, type ToolResult } from '../runtime/result.js';`,
        offers.exports,
      ),
      handlers(model, offers),
      handledTools(model).map((tool) => handlerType(tool, extras.types)),
      offers.types,
    ),
  };
}

function handlers(model: Model, offers: OfferHandlerTypes): Code {
  const doc = docComment(
    'What the contract needs a handler for, by kind and by name; `Services` is what they all get as `ctx.services`.',
  );
  const tools = handledTools(model).map(
    (tool) => ts`readonly ${propertyKey(tool.name)}: ${identifier(handlerTypeOf(tool))}<Services>;`,
  );
  const sections = [
    ...(tools.length === 0 ? [] : [section('tools', tools)]),
    ...offers.sections.map(({ name, members }) => section(name, members)),
  ];
  const body = sections.length === 0 ? ts`readonly '~services'?: Services;` : lines(sections);
  return lines(
    doc,
    ts`export interface Handlers<Services = unknown> {
  ${body}
}`,
  );
}

function section(kind: string, members: readonly Code[]): Code {
  return ts`readonly ${propertyKey(kind)}: {
  ${lines(members)}
};`;
}

function handlerType(tool: ToolModel, shared: readonly Code[]): Code {
  const { input, output, handler, ask } = typeNamesOfTool(tool.names.pascal);
  const result = tool.outputSchema === undefined ? ts`undefined` : identifier(output);
  const all = [
    ...(tool.ask === undefined ? [] : [ts`Asking<${identifier(ask)}>`]),
    ...shared,
    ...(tool.tasks === undefined ? [] : [identifier(contextOf(tool.tasks))]),
  ];
  return lines(
    docComment(tool.title ?? `Implements the tool \`${tool.name}\`.`),
    ts`export type ${identifier(handler)}<Services = unknown> = ToolHandler<${identifier(input)}, ${result}, Services${all.length === 0 ? nothing : ts`, ${list(all, ' & ')}`}>;`,
  );
}

/** What the contexts of tools with tasks have beside what all have. */
function taskContexts(model: Model): readonly string[] {
  const used = handledTools(model).flatMap(({ tasks }) => (tasks === undefined ? [] : [contextOf(tasks)]));
  return [...new Set(used)].sort();
}

function contextOf({ start }: TaskModel): string {
  return start === 'handler' ? 'StartingTaskContext' : 'TaskContext';
}

function handlerTypeOf(tool: ToolModel): string {
  return typeNamesOfTool(tool.names.pascal).handler;
}
