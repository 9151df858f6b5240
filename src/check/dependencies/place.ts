import type { Span } from '../../diagnostics/diagnostic.js';
import type { JsonPath } from '../../json.js';
import type { Dependency } from '../../manifest/manifest.generated.js';
import type { Manifests, ToolEntry } from '../../manifest/read-manifests.js';

/** One entry of a tool's `dependencies`, and the way to its tokens. */
export interface PlacedDependency {
  readonly tool: ToolEntry;
  readonly dependency: Dependency;
  readonly at: (...path: JsonPath) => Span;
}

/** Every dependency of every tool, in the order of the files. */
export function dependenciesIn({ tools }: Manifests): PlacedDependency[] {
  return tools.flatMap((tool) =>
    (tool.declaration.dependencies ?? []).map((dependency, index): PlacedDependency => {
      const path = [...tool.origin.path, 'dependencies', index];
      return { tool, dependency, at: (...rest) => tool.origin.doc.locate([...path, ...rest]) };
    }),
  );
}

/** Whether the server does not start, or the tool does not work, without it. */
export function isRequired({ dependency }: PlacedDependency): boolean {
  return dependency.required ?? true;
}
