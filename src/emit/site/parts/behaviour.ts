import type { PromptModel, ResourceModel, ResourceTemplateModel, ToolModel } from '../../../model/model.js';
import { hintsOf, hintWords } from './badges.js';

/** Whatever a contract has an entry for in its catalogue. */
export type Offer = ResourceModel | ResourceTemplateModel | PromptModel;

/** How calls behave beyond the hints that MCP has words for. */
const conductWords = {
  asks: 'asks',
  tasks: 'long-running',
  subscribable: 'subscribable',
  listed: 'listed',
} as const;

/** All words for how something behaves, in the order of the filter. */
export const behaviourWords: readonly string[] = [...Object.values(hintWords), ...Object.values(conductWords)];

export function behaviourOfTool(tool: ToolModel): string[] {
  return [...hintsOf(tool), ...conductOf(tool)];
}

/** What a tool does that no hint tells. */
export function conductOf({ ask, tasks }: Pick<ToolModel, 'ask' | 'tasks'>): string[] {
  return [...(ask === undefined ? [] : [conductWords.asks]), ...(tasks === undefined ? [] : [conductWords.tasks])];
}

export function behaviourOfOffer(offer: Offer): string[] {
  if ('arguments' in offer) return offer.ask === undefined ? [] : [conductWords.asks];
  return [
    ...(offer.subscribable ? [conductWords.subscribable] : []),
    ...('variables' in offer && offer.isListable ? [conductWords.listed] : []),
  ];
}
