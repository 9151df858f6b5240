import type { Manifests, OfferEntry } from '../manifest/read-manifests.js';

/** What a contract offers beside tools, in the order of the kinds. */
export function offersOf({ resources, resourceTemplates, prompts }: Manifests): readonly OfferEntry[] {
  return [...resources, ...resourceTemplates, ...prompts];
}

/** What people call an entry of each kind. */
export const offerWords: Readonly<Record<OfferEntry['kind'], string>> = {
  resource: 'resource',
  resourceTemplate: 'resource template',
  prompt: 'prompt',
};
