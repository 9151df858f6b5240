import type { Model, ToolModel } from '../../../model/model.js';
import { promptPage, resourcePage, templatePage, toolPage } from '../paths.js';
import type { Offer } from './behaviour.js';

/** One entry of the catalogue: what it is, and where its page is. */
export type Entry =
  | { readonly kind: 'tool'; readonly page: string; readonly tool: ToolModel }
  | { readonly kind: OfferKind; readonly page: string; readonly offer: Offer };

/** What entries are called that are no tools. */
export type OfferKind = 'resource' | 'resource template' | 'prompt';

/** In the order of the filter. */
export const kinds = ['tool', 'resource', 'resource template', 'prompt'] as const;

/** Everything that a contract offers, in the order of the catalogue. */
export function entriesOf({ tools, resources, resourceTemplates, prompts }: Model): Entry[] {
  return [
    ...tools.map((tool): Entry => ({ kind: 'tool', page: toolPage(tool), tool })),
    ...resources.map((offer): Entry => ({ kind: 'resource', page: resourcePage(offer), offer })),
    ...resourceTemplates.map((offer): Entry => ({ kind: 'resource template', page: templatePage(offer), offer })),
    ...prompts.map((offer): Entry => ({ kind: 'prompt', page: promptPage(offer), offer })),
  ];
}
