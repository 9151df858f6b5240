/** Lists that a contract has beside the tools: the answers to `resources/list`, `resources/templates/list` and `prompts/list`. */
export const offerSections = ['resources', 'resourceTemplates', 'prompts'] as const;
export type OfferSection = (typeof offerSections)[number];

/** Every list that can be imported, by its member in the answer. */
export type ImportSection = 'tools' | OfferSection;

/** What an entry of a list is, as `--format json` says it. */
export type EntryKind = 'tool' | 'resource' | 'resourceTemplate' | 'prompt';

export const entryKinds: Readonly<Record<ImportSection, EntryKind>> = {
  tools: 'tool',
  resources: 'resource',
  resourceTemplates: 'resourceTemplate',
  prompts: 'prompt',
};

/** The same in words, for a person. */
export const entryWords: Readonly<Record<EntryKind, string>> = {
  tool: 'tool',
  resource: 'resource',
  resourceTemplate: 'resource template',
  prompt: 'prompt',
};
