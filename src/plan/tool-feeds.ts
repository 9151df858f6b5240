import type { ToolModel } from '../model/model.js';
import type { Feed } from '../runtime/composition.js';

/** What a tool declares that its result feeds, in the order of the names. */
export function feedsOfTool({ composition }: Pick<ToolModel, 'composition'>): readonly Feed[] {
  const { composable_with = [], mappings = {} } = composition ?? {};
  return [...new Set(composable_with)].sort().map((tool) => {
    const mapping = Object.hasOwn(mappings, tool) ? mappings[tool] : undefined;
    return mapping === undefined ? { tool } : { tool, mapping };
  });
}

/** Shared schemas that every result satisfies: the one that the output schema is, and those that the tool declares. */
export function outputsOf({
  outputShared,
  composition,
}: Pick<ToolModel, 'outputShared' | 'composition'>): readonly string[] {
  const whole = outputShared.get('');
  return [...new Set([...(whole === undefined ? [] : [whole]), ...(composition?.output_compatibility ?? [])])].sort();
}

/** What `required` says. */
export function requiredIn({ required }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(required) ? required.filter((each) => typeof each === 'string') : [];
}
