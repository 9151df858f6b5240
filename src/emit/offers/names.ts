import type { PromptModel, ResourceModel, ResourceTemplateModel, ToolNames } from '../../model/model.js';
import type { Code } from '../code/code.js';
import { identifier } from '../code/identifier.js';

/** What a contract offers beside tools. */
export type Offer = ResourceModel | ResourceTemplateModel | PromptModel;

export type OfferKind = 'resource' | 'resourceTemplate' | 'prompt';

/** How the modules of one kind are called. */
export interface OfferWords {
  /** The member of a contract, of the handlers and of a client. */
  readonly section: 'resources' | 'resourceTemplates' | 'prompts';
  readonly folder: string;
  /** Ends the names of constants and types. */
  readonly suffix: 'Resource' | 'Template' | 'Prompt';
  readonly descriptorType: string;
  readonly descriptorModule: string;
  /** The type of what a URI or a prompt is filled in with; resources have none. */
  readonly valuesSuffix?: 'TemplateVariables' | 'PromptArguments';
  readonly inWords: string;
}

export const offerWords: Readonly<Record<OfferKind, OfferWords>> = {
  resource: {
    section: 'resources',
    folder: 'resources',
    suffix: 'Resource',
    descriptorType: 'ResourceDescriptor',
    descriptorModule: 'resource-descriptor',
    inWords: 'resource',
  },
  resourceTemplate: {
    section: 'resourceTemplates',
    folder: 'resource-templates',
    suffix: 'Template',
    descriptorType: 'TemplateDescriptor',
    descriptorModule: 'resource-descriptor',
    valuesSuffix: 'TemplateVariables',
    inWords: 'resource template',
  },
  prompt: {
    section: 'prompts',
    folder: 'prompts',
    suffix: 'Prompt',
    descriptorType: 'PromptDescriptor',
    descriptorModule: 'prompt-descriptor',
    valuesSuffix: 'PromptArguments',
    inWords: 'prompt',
  },
};

/** The constant in its module that is its descriptor. */
export function offerDescriptorOf(kind: OfferKind, { camel }: ToolNames): Code {
  return identifier(`${camel}${offerWords[kind].suffix}`);
}

/** The type of its values, such as `TicketTemplateVariables`; undefined for a resource. */
export function valuesTypeOf(kind: OfferKind, { pascal }: ToolNames): string | undefined {
  const { valuesSuffix } = offerWords[kind];
  return valuesSuffix === undefined ? undefined : pascal + valuesSuffix;
}

/** The type of its handler, such as `TicketTemplateHandler`. */
export function offerHandlerTypeOf(kind: OfferKind, { pascal }: ToolNames): string {
  return `${pascal}${offerWords[kind].suffix}Handler`;
}
