import type { JsonObject } from '../json.js';
import type { Capability, Composition, Dependency, Example, Semantics } from '../manifest/manifest.generated.js';
import type { ToolMeaning } from './model.js';

/** The key of a tool's `_meta` for "Intelligent Tool Discovery" of Enhanced MCP 2.0. */
export const discoveryKey = 'org.enhanced-mcp/discovery';

/**
 * What `EnhancedTool` adds to a tool, as it travels. Absent lists are `[]` and absent metrics are absent: nothing is invented.
 * Undefined for a tool that declares nothing of it.
 */
export function discoveryOf(meaning: ToolMeaning): JsonObject | undefined {
  const { semantics, performance, dependencies, composition, documentation } = meaning;
  if (!isMeaningful(meaning)) return undefined;
  return plain({
    ...(semantics && { semantics: semanticsOf(semantics) }),
    ...(performance && { performance }),
    dependencies: dependencies.map(dependencyOf),
    ...(composition && { composition: compositionOf(composition) }),
    ...(documentation && {
      documentation: {
        ...documentation,
        examples: (documentation.examples ?? []).map(exampleOf),
        see_also: documentation.see_also ?? [],
      },
    }),
  });
}

/** Whether the tool says anything that Enhanced MCP 2.0 has a place for. */
export function isMeaningful({
  semantics,
  performance,
  dependencies,
  composition,
  documentation,
}: ToolMeaning): boolean {
  return (
    dependencies.length > 0 || [semantics, performance, composition, documentation].some((each) => each !== undefined)
  );
}

function semanticsOf({ ontology, categories, capabilities, side_effects, idempotent, deterministic }: Semantics) {
  return {
    ontology,
    categories: categories ?? [],
    capabilities: (capabilities ?? []).map(capabilityOf),
    side_effects,
    idempotent,
    deterministic,
  };
}

function capabilityOf({ type, confidence, conditions, examples }: Capability) {
  return { type, confidence, conditions: conditions ?? [], examples: (examples ?? []).map(exampleOf) };
}

/** What clients answer is for whoever runs the example; `Example` has no place for it. */
function exampleOf({ answers: _, ...example }: Example) {
  return example;
}

function dependencyOf({ type, name, version, required, description }: Dependency) {
  return { type, name, version, required: required ?? true, description };
}

function compositionOf({ composable_with, output_compatibility, mappings, ...rest }: Composition) {
  return {
    composable_with: composable_with ?? [],
    ...(mappings && { mappings }),
    output_compatibility: output_compatibility ?? [],
    ...rest,
  };
}

/** Without members that are undefined, all the way down. */
function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
