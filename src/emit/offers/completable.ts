import type { PromptModel, ResourceTemplateModel } from '../../model/model.js';

/** What may be completed: a variable of a template, or an argument of a prompt. */
export type Completed = ResourceTemplateModel['variables'][number] | PromptModel['arguments'][number];

/** The values that a template or a prompt is filled in with. */
export function valuesOf(offer: ResourceTemplateModel | PromptModel): readonly Completed[] {
  return 'variables' in offer ? offer.variables : offer.arguments;
}

/** Those that the handler completes. */
export function completedByHandler(offer: ResourceTemplateModel | PromptModel): readonly Completed[] {
  return valuesOf(offer).filter(({ completion }) => completion === 'handler');
}

/** Those that can be completed at all. */
export function completedValues(offer: ResourceTemplateModel | PromptModel): readonly Completed[] {
  return valuesOf(offer).filter(({ completion }) => completion !== undefined);
}
