import type { Model, PromptModel, ResourceModel, ResourceTemplateModel } from '../../model/model.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { docComment } from '../code/comment.js';
import { identifier } from '../code/identifier.js';
import { propertyKey, stringLiteral } from '../code/literal.js';
import { importTypes, moduleText } from '../code/module.js';
import type { EmittedFile } from '../emitted-file.js';
import { completedValues } from '../offers/completable.js';
import { type Offer, type OfferKind, offerDescriptorOf, offerWords, valuesTypeOf } from '../offers/names.js';

/** Whether a client has anything beside tools and workflows. */
export function hasOffers({ resources, resourceTemplates, prompts }: Model): boolean {
  return resources.length + resourceTemplates.length + prompts.length > 0;
}

/** Types of the values of templates and prompts. */
export function offerTypes({ resourceTemplates, prompts }: Model): readonly string[] {
  const of = (kind: OfferKind, offers: readonly Offer[]) => offers.map(({ names }) => valuesTypeOf(kind, names) ?? '');
  return [...of('resourceTemplate', resourceTemplates), ...of('prompt', prompts)];
}

/** `client/offers.ts`: typed methods for resources, templates and prompts; nothing when there are none. */
export function emitClientOffers(model: Model): EmittedFile[] {
  if (!hasOffers(model)) return [];
  const { resources, resourceTemplates, prompts } = model;
  const kinds = (
    [
      ['resource', resources],
      ['resourceTemplate', resourceTemplates],
      ['prompt', prompts],
    ] as const
  ).filter(([, offers]) => offers.length > 0);
  const imports = kinds.flatMap(([kind, offers]) =>
    offers.map(({ names }) => {
      const values = valuesTypeOf(kind, names);
      const imported = [
        ...(values === undefined ? [] : [ts`type ${identifier(values)}`]),
        offerDescriptorOf(kind, names),
      ];
      return ts`import { ${list(imported)} } from ${stringLiteral(`../${offerWords[kind].folder}/${names.file}.js`)};`;
    }),
  );
  const types = [
    ...resources.map((each) => (each.subscribable ? 'SubscribableResource' : 'ResourceMethods')),
    ...resourceTemplates.flatMap(typesOfTemplate),
    ...prompts.map(() => 'PromptMethods'),
    'OfferTables',
  ];
  const values = offerTypes(model);
  return [
    {
      path: `${model.paths.output}/client/offers.ts`,
      kind: 'generated',
      text: moduleText(
        [importTypes(types, '../runtime/client-offers.js'), ...imports],
        values.length === 0 ? nothing : ts`export type { ${list(values.map(identifier))} };`,
        lines(
          docComment('What the contract offers beside tools.'),
          ts`export interface Offers {
  ${lines(kinds.map(([kind, offers]) => section(kind, offers)))}
}`,
        ),
        lines(
          docComment('Their definitions, by the methods’ names.'),
          ts`export const offers: OfferTables = {
  ${lines(kinds.map(([kind, all]) => table(kind, all)))}
};`,
        ),
      ),
    },
  ];
}

function section(kind: OfferKind, offers: readonly Offer[]): Code {
  return ts`readonly ${propertyKey(offerWords[kind].section)}: {
  ${lines(offers.map((offer) => method(kind, offer)))}
};`;
}

function table(kind: OfferKind, offers: readonly Offer[]): Code {
  const members = offers.map(({ names }) => ts`${propertyKey(names.camel)}: ${offerDescriptorOf(kind, names)},`);
  return ts`${propertyKey(offerWords[kind].section)}: {
  ${lines(members)}
},`;
}

function method(kind: OfferKind, offer: Offer): Code {
  return lines(
    docComment(offer.description ?? offer.title ?? offer.name),
    ts`readonly ${propertyKey(offer.names.camel)}: ${typeOf(kind, offer)};`,
  );
}

function typeOf(kind: OfferKind, offer: ResourceModel | ResourceTemplateModel | PromptModel): Code {
  if ('uri' in offer) return identifier(offer.subscribable ? 'SubscribableResource' : 'ResourceMethods');
  const values = identifier(valuesTypeOf(kind, offer.names) ?? '');
  const completed = completedValues(offer).map(({ name }) => stringLiteral(name));
  const generics = list([values, ...(completed.length === 0 ? [] : [list(completed, ' | ')])]);
  if ('arguments' in offer) return ts`PromptMethods<${generics}>`;
  return list(
    typesOfTemplate(offer).map((type) =>
      type === 'TemplateMethods' ? ts`TemplateMethods<${generics}>` : ts`${identifier(type)}<${values}>`,
    ),
    ' & ',
  );
}

function typesOfTemplate({ isListable, subscribable }: ResourceTemplateModel): readonly string[] {
  return [
    'TemplateMethods',
    ...(isListable ? ['ListableTemplate'] : []),
    ...(subscribable ? ['SubscribableTemplate'] : []),
  ];
}
