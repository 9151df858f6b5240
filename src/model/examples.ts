import type { JsonPath } from '../json.js';
import type { Documentation, Example, Semantics } from '../manifest/manifest.generated.js';

/** An example of a tool, and the way to it from the tool's declaration. */
export interface PlacedExample {
  readonly example: Example;
  readonly path: JsonPath;
}

/** All examples of a tool: those of its documentation, then those of its capabilities, as they were written. */
export function examplesOf(tool: {
  readonly documentation?: Documentation;
  readonly semantics?: Semantics;
}): PlacedExample[] {
  const placed = (examples: readonly Example[] = [], ...path: JsonPath) =>
    examples.map((example, index): PlacedExample => ({ example, path: [...path, 'examples', index] }));
  return [
    ...placed(tool.documentation?.examples, 'documentation'),
    ...(tool.semantics?.capabilities ?? []).flatMap(({ examples }, index) =>
      placed(examples, 'semantics', 'capabilities', index),
    ),
  ];
}
