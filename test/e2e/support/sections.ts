import type { JsonObject } from '../../../src/json.js';

/** The lists of a server, by the member of an answer that holds each. */
export const sections = ['tools', 'resources', 'resourceTemplates', 'prompts'] as const;
export type Section = (typeof sections)[number];

export type Lists = Readonly<Record<Section, readonly JsonObject[]>>;

/** The value for each list. */
export function bySection<Value>(of: (section: Section) => Value): Record<Section, Value> {
  const [tools, resources, resourceTemplates, prompts] = sections.map(of) as [Value, Value, Value, Value];
  return { tools, resources, resourceTemplates, prompts };
}
