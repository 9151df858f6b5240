import type { JsonObject } from '../../json.js';
import { neededScopes } from '../../model/authorization.js';
import type { Model, PromptModel, ResourceModel, ResourceTemplateModel } from '../../model/model.js';
import { promptDefinition, resourceDefinition, templateDefinition } from '../../model/offer-definition.js';
import { type Code, lines, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { jsonLiteral, propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { askerOfPrompt, asksOf } from '../tools/emit-asks.js';
import { completedValues } from './completable.js';
import { type Offer, type OfferKind, offerDescriptorOf, offerWords, valuesTypeOf } from './names.js';

/**
 * `resources/`, `resource-templates/` and `prompts/`: a module for each, with its definition as served and the types of its values, and a
 * list of them. Server and client both build on them. Nothing for a kind that the contract has none of.
 */
export function emitOffers(model: Model): EmittedFile[] {
  return [
    ...emitKind(model, 'resource', model.resources, resourceMembers),
    ...emitKind(model, 'resourceTemplate', model.resourceTemplates, templateMembers),
    ...emitKind(model, 'prompt', model.prompts, promptMembers),
  ];
}

function emitKind<Kind extends Offer>(
  { paths, authorization }: Model,
  kind: OfferKind,
  offers: readonly Kind[],
  membersOf: (offer: Kind) => JsonObject,
): EmittedFile[] {
  if (offers.length === 0) return [];
  const { section, folder, descriptorType, descriptorModule, inWords } = offerWords[kind];
  const descriptorImport = importTypes([descriptorType], `../runtime/${descriptorModule}.js`);
  const modules = offers.map((offer): EmittedFile => {
    const values = valuesTypeOf(kind, offer.names);
    const asked = 'arguments' in offer ? asksOf(askerOfPrompt(offer), []) : undefined;
    const type =
      values === undefined ? identifier(descriptorType) : ts`${identifier(descriptorType)}<${identifier(values)}>`;
    return {
      path: `${paths.output}/${folder}/${offer.names.file}.ts`,
      kind: 'generated',
      text: moduleText(
        [asked === undefined ? nothing : importTypes(asked.imports, '../runtime/asking.js'), descriptorImport],
        values === undefined ? [] : [valuesType(offer, values)],
        ...(asked?.declarations ?? []),
        lines(
          docComment(offer.description ?? offer.title ?? offer.name),
          ts`export const ${offerDescriptorOf(kind, offer.names)}: ${type} = ${jsonLiteral({ ...membersOf(offer), ...scopesOf(offer, authorization) })};`,
        ),
      ),
    };
  });
  const imports = offers.map(
    ({ names }) => ts`import { ${offerDescriptorOf(kind, names)} } from ${stringLiteral(`./${names.file}.js`)};`,
  );
  const list = {
    path: `${paths.output}/${folder}/index.ts`,
    kind: 'generated' as const,
    text: moduleText(
      [descriptorImport, ...imports],
      lines(
        docComment(`Every ${inWords} of the contract, in the order of the names.`),
        ts`export const ${identifier(section)}: readonly ${identifier(descriptorType)}[] = [
  ${lines(offers.map(({ names }) => ts`${offerDescriptorOf(kind, names)},`))}
] as const;`,
      ),
    ),
  };
  return [...modules, list];
}

/** `TicketTemplateVariables`, as it stands in its module. */
export function templateVariablesType(template: ResourceTemplateModel): Code {
  return valuesType(template, valuesTypeOf('resourceTemplate', template.names) ?? '');
}

/** `TriagePromptArguments`, as it stands in its module. */
export function promptArgumentsType(prompt: PromptModel): Code {
  return valuesType(prompt, valuesTypeOf('prompt', prompt.names) ?? '');
}

/** The variables of a template or the arguments of a prompt, as a type: all of them are texts. */
function valuesType(offer: Offer, name: string): Code {
  const members =
    'variables' in offer ? offer.variables.map(variable) : 'arguments' in offer ? offer.arguments.map(argument) : [];
  const what =
    'variables' in offer ? `What \`${offer.uriTemplate}\` is filled in with.` : `What the prompt is filled in with.`;
  if (members.length === 0)
    return lines(docComment(what), ts`export type ${identifier(name)} = Readonly<Record<never, string>>;`);
  return lines(
    docComment(what),
    ts`export type ${identifier(name)} = {
  ${lines(members)}
};`,
  );
}

function variable({ name, description, isList, isOptional }: ResourceTemplateModel['variables'][number]): Code {
  const type = isList ? ts`readonly string[]` : ts`string`;
  return member(name, description, type, isOptional);
}

function argument({ name, title, description, required }: PromptModel['arguments'][number]): Code {
  return member(name, description ?? title, ts`string`, !required);
}

function member(name: string, description: string | undefined, type: Code, isOptional: boolean): Code {
  const text = isOptional
    ? ts`readonly ${propertyKey(name)}?: ${type} | undefined;`
    : ts`readonly ${propertyKey(name)}: ${type};`;
  return description === undefined ? text : lines(docComment(description), text);
}

function scopesOf({ scopes }: Offer, authorization: Model['authorization']): JsonObject {
  const needed = neededScopes(scopes, authorization);
  return needed === undefined ? {} : { scopes: [...needed] };
}

function resourceMembers(resource: ResourceModel): JsonObject {
  return { ...resourceDefinition(resource), ...conductOf(resource) };
}

function templateMembers(template: ResourceTemplateModel): JsonObject {
  return {
    ...templateDefinition(template),
    ...conductOf(template),
    ...completionsOf(template),
    ...(template.isListable && { list: true }),
  };
}

function promptMembers(prompt: PromptModel): JsonObject {
  const { ask } = prompt;
  return {
    ...promptDefinition(prompt),
    ...completionsOf(prompt),
    ...(ask !== undefined && { ask: ask as unknown as JsonObject }),
  };
}

function conductOf({ cache, subscribable }: ResourceModel | ResourceTemplateModel): JsonObject {
  return { ...(cache !== undefined && { cache: { ...cache } }), ...(subscribable && { subscribable: true }) };
}

function completionsOf(offer: ResourceTemplateModel | PromptModel): JsonObject {
  const completions = completedValues(offer).map(({ name, completion }) => ({
    name,
    by: typeof completion === 'string' ? completion : [...(completion ?? [])],
  }));
  return completions.length === 0 ? {} : { completions };
}
