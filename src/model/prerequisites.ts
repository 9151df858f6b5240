import type { Dependency } from '../manifest/manifest.generated.js';
import type { Model } from './model.js';

/** Something outside the contract that its tools depend on; what several of them say about it, put together. */
export interface Need {
  readonly name: string;
  /** One tool at least does not work without it. */
  readonly required: boolean;
  /** Names of tools, in their order. */
  readonly neededBy: readonly string[];
  readonly description?: string;
  /** Of a package: the range of versions. Two ranges are two needs. */
  readonly version?: string;
}

/** What must be there when the server starts. Tools and resources are not among it: they have been looked up in the contract. */
export interface Prerequisites {
  readonly variables: readonly Need[];
  readonly packages: readonly Need[];
  readonly services: readonly Need[];
}

/** Undefined when no tool depends on anything of that kind. */
export function prerequisitesOf({ tools }: Pick<Model, 'tools'>): Prerequisites | undefined {
  const needs = (type: Dependency['type']) => gather(tools, type);
  const found = { variables: needs('environment'), packages: needs('package'), services: needs('service') };
  return Object.values(found).some((each) => each.length > 0) ? found : undefined;
}

function gather(tools: Model['tools'], type: Dependency['type']): Need[] {
  const needs = new Map<string, Need>();
  for (const tool of tools) {
    for (const { name, version, required = true, description, ...each } of tool.dependencies) {
      if (each.type !== type) continue;
      const key = JSON.stringify([name, version]);
      const known = needs.get(key);
      const about = known?.description ?? description;
      needs.set(key, {
        name,
        ...(version === undefined ? {} : { version }),
        required: required || known?.required === true,
        neededBy: [...(known?.neededBy ?? []), tool.name],
        ...(about === undefined ? {} : { description: about }),
      });
    }
  }
  return [...needs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, need]) => need);
}
