import type { Model, PromptModel, ResourceTemplateModel } from '../../model/model.js';
import { type Code, lines, list, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes } from '../code/module.js';
import { askerOfPrompt } from '../tools/emit-asks.js';
import { completedByHandler, valuesOf } from './completable.js';
import { type Offer, type OfferKind, offerHandlerTypeOf, offerWords, valuesTypeOf } from './names.js';

/** What `server/handler.ts` says about the handlers of resources, templates and prompts. */
export interface OfferHandlerTypes {
  readonly imports: readonly Code[];
  readonly exports: readonly Code[];
  /** The sections of `Handlers`: a name, and its members. */
  readonly sections: readonly { readonly name: string; readonly members: readonly Code[] }[];
  readonly types: readonly Code[];
}

/** `extras` are the types that the contract adds to the contexts of all handlers. */
export function offerHandlerTypes(model: Model, extras: readonly Code[]): OfferHandlerTypes {
  const { resources, resourceTemplates, prompts } = model;
  const kinds: readonly (readonly [OfferKind, readonly Offer[]])[] = [
    ['resource', resources],
    ['resourceTemplate', resourceTemplates],
    ['prompt', prompts],
  ];
  const present = kinds.filter(([, offers]) => offers.length > 0);
  const resourceTypes = [
    ...(resources.length > 0 ? ['ResourceHandler'] : []),
    ...(resourceTemplates.length > 0 ? ['TemplateReader'] : []),
    ...(resourceTemplates.some(({ isListable }) => isListable) ? ['TemplateLister'] : []),
  ];
  const isCompleting = [...resourceTemplates, ...prompts].some((each) => completedByHandler(each).length > 0);
  const hasResources = resources.length + resourceTemplates.length > 0;
  return {
    imports: [
      importTypes(resourceTypes, '../runtime/resource-handler.js'),
      importTypes(prompts.length > 0 ? ['PromptHandler'] : [], '../runtime/prompt-handler.js'),
      importTypes(isCompleting ? ['Completer'] : [], '../runtime/completer.js'),
      ...present.flatMap(([kind, offers]) =>
        offers.map((offer) => {
          const values = valuesTypeOf(kind, offer.names);
          const ask = askTypeOf(offer);
          const types = [...(values === undefined ? [] : [values]), ...(ask === undefined ? [] : [ask])];
          return importTypes(types, `../${offerWords[kind].folder}/${offer.names.file}.js`);
        }),
      ),
    ],
    exports: [
      ...(isCompleting ? [ts`export type { CompletionContext } from '../runtime/completer.js';`] : []),
      ...(prompts.length > 0
        ? [ts`export type { PromptAnswer, PromptContext, PromptParts } from '../runtime/prompt-handler.js';`]
        : []),
      ...(hasResources
        ? [
            ts`export type { ResourceAnswer, ResourcePart } from '../runtime/resource-answer.js';`,
            ts`export type { ListedResource, ResourceContext } from '../runtime/resource-handler.js';`,
          ]
        : []),
    ],
    sections: present.map(([kind, offers]) => ({
      name: offerWords[kind].section,
      members: offers.map(
        ({ name, names }) =>
          ts`readonly ${propertyKey(name)}: ${identifier(offerHandlerTypeOf(kind, names))}<Services>;`,
      ),
    })),
    types: present.flatMap(([kind, offers]) => offers.map((offer) => handlerType(kind, offer, extras))),
  };
}

function handlerType(kind: OfferKind, offer: Offer, extras: readonly Code[]): Code {
  const name = identifier(offerHandlerTypeOf(kind, offer.names));
  const doc = docComment(offer.title ?? `Implements the ${offerWords[kind].inWords} \`${offer.name}\`.`);
  const rest = list([ts`Services`, ...(extras.length === 0 ? [] : [list(extras, ' & ')])]);
  if (!('variables' in offer || 'arguments' in offer)) {
    return lines(doc, ts`export type ${name}<Services = unknown> = ResourceHandler<${rest}>;`);
  }
  const values = identifier(valuesTypeOf(kind, offer.names) ?? '');
  const ask = askTypeOf(offer);
  const own = [...(ask === undefined ? [] : [ts`Asking<${identifier(ask)}>`]), ...extras];
  const main =
    'variables' in offer
      ? ts`TemplateReader<${values}, ${rest}>`
      : ts`PromptHandler<${list([values, ts`Services`, ...(own.length === 0 ? [] : [list(own, ' & ')])])}>`;
  const isListable = 'variables' in offer && offer.isListable;
  const completed = completedByHandler(offer);
  if (!isListable && completed.length === 0) return lines(doc, ts`export type ${name}<Services = unknown> = ${main};`);
  return lines(
    doc,
    ts`export interface ${name}<Services = unknown> {
  ${lines(
    ts`readonly ${propertyKey('variables' in offer ? 'read' : 'get')}: ${main};`,
    ...(isListable ? [ts`readonly list: TemplateLister<${values}, ${rest}>;`] : []),
    ...(completed.length === 0
      ? []
      : [
          completers(
            offer,
            completed.map((each) => each.name),
            rest,
          ),
        ]),
  )}
}`,
  );
}

/** The type of what the handler may ask; only prompts ask. */
function askTypeOf(offer: Offer): string | undefined {
  return 'arguments' in offer && offer.ask !== undefined ? askerOfPrompt(offer).type : undefined;
}

function completers(offer: ResourceTemplateModel | PromptModel, names: readonly string[], rest: Code): Code {
  const all = list(
    valuesOf(offer).map((each) => stringLiteral(each.name)),
    ' | ',
  );
  return ts`readonly complete: {
  ${lines(names.map((name) => ts`readonly ${propertyKey(name)}: Completer<${all}, ${rest}>;`))}
};`;
}
