import { handledTools } from '../model/handled-tools.js';
import type { Model, PromptModel, ResourceModel, ResourceTemplateModel, ToolModel } from '../model/model.js';
import { typeNamesOfOffer, typeNamesOfTool } from '../model/names.js';

/** What a handler file can implement. The kind is also the name of the export by which it says so: `export const prompt = 'triage'`. */
export const handledKinds = ['tool', 'resource', 'resourceTemplate', 'prompt'] as const;
export type HandledKind = (typeof handledKinds)[number];

/** Something of the contract that somebody writes a handler for. */
export type Handled =
  | { readonly kind: 'tool'; readonly model: ToolModel }
  | { readonly kind: 'resource'; readonly model: ResourceModel }
  | { readonly kind: 'resourceTemplate'; readonly model: ResourceTemplateModel }
  | { readonly kind: 'prompt'; readonly model: PromptModel };

/** The project-relative path of the handler file of each, by wire name, of each kind. */
export type Bindings = Readonly<Record<HandledKind, ReadonlyMap<string, string>>>;

/** Everything that needs a handler, kind by kind, in the order of the names. Workflows that are tools need none. */
export function handledOf(model: Model): readonly Handled[] {
  return [
    ...handledTools(model).map((tool): Handled => ({ kind: 'tool', model: tool })),
    ...model.resources.map((resource): Handled => ({ kind: 'resource', model: resource })),
    ...model.resourceTemplates.map((template): Handled => ({ kind: 'resourceTemplate', model: template })),
    ...model.prompts.map((prompt): Handled => ({ kind: 'prompt', model: prompt })),
  ];
}

/** A map of what needs a handler from what identifies it: kinds have a namespace each. */
export function byKindAndName(all: readonly Handled[]): (kind: HandledKind, name: string) => Handled | undefined {
  const found = new Map(all.map((each) => [`${each.kind} ${each.model.name}`, each]));
  return (kind, name) => found.get(`${kind} ${name}`);
}

/** The member of `handlers` and of `contract.json` that holds a kind. */
export const sectionOf = {
  tool: 'tools',
  resource: 'resources',
  resourceTemplate: 'resourceTemplates',
  prompt: 'prompts',
} as const satisfies Record<HandledKind, string>;

/** The exported type of a handler in `server/handler.ts`, such as `CreateTicketHandler` or `TriagePromptHandler`. */
export function handlerTypeName({ kind, model }: Handled): string {
  const { pascal } = model.names;
  return (kind === 'tool' ? typeNamesOfTool(pascal) : typeNamesOfOffer(kind, pascal)).handler;
}

/**
 * What a handler is called as a value, such as `createTicketHandler`: always with the suffix, since a tool may well be
 * called `fetch` or `delete`.
 */
export function handlerName(handled: Handled): string {
  const { camel, pascal } = handled.model.names;
  return camel + handlerTypeName(handled).slice(pascal.length);
}
