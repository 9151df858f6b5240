import type { Section } from './describe-place.js';

/**
 * Sections of the product's vocabulary that no code of this version enforces or serves. They are refused by name, so that
 * nobody believes a declaration to be in force. An entry moves into the JSON Schema together with its implementation.
 */
export const notYetSupported: Readonly<Partial<Record<Section, ReadonlySet<string>>>> = {
  tool: new Set([
    'security',
    'recovery',
    'human',
    'collaboration',
    'observability',
    'context',
    'permissions',
    'policies',
    'examples',
  ]),
  config: new Set(['extensions', 'transports', 'policies']),
};

/** Members that tools had in older revisions of MCP, or that servers add on their own, with the mend. */
export const removedToolMembers: ReadonlyMap<string, string> = new Map([
  ['execution', 'remove it: tasks are an extension since 2026-07-28, declared with `tasks`'],
  ['input_schema', 'it is spelled `inputSchema`'],
  ['parameters', 'the schema of the arguments is `inputSchema`'],
  ['output_schema', 'it is spelled `outputSchema`'],
]);

/** What other formats call a member, in lower case, with our name for it. */
export const synonyms: ReadonlyMap<string, string> = new Map([
  ['url', 'src'],
  ['uri', 'src'],
  ['href', 'src'],
  ['summary', 'title'],
  ['label', 'title'],
  ['doc', 'description'],
  ['help', 'description'],
  ['params', 'inputSchema'],
  ['arguments', 'inputSchema'],
  ['returns', 'outputSchema'],
  ['env', 'environment'],
  ['homepage', 'websiteUrl'],
]);
