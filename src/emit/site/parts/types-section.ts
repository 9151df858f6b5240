import { typesOfCallable } from '../../tools/emit-tool.js';
import { type Href, type Html, html } from '../html/html.js';
import { typesCode } from '../html/types-code.js';
import type { Place } from '../place.js';

/** The TypeScript types of a tool or a workflow, as they stand in the generated code; shared ones are links. */
export function typesSection(place: Place, callable: Parameters<typeof typesOfCallable>[0]): Html {
  const { inputTypes, outputTypes } = typesOfCallable(callable);
  const links = typeLinks(place, [...inputTypes.imports, ...(outputTypes?.imports ?? [])]);
  const declarations = [inputTypes, ...(outputTypes === undefined ? [] : [outputTypes])];
  return html`<pre class="code" tabindex="0"><code>${typesCode(declarations.map((each) => each.declarations.text).join('\n\n'), links)}</code></pre>
`;
}

/** Where the pages of shared schemas are, by the names of their types. */
export function typeLinks(place: Place, types: readonly string[]): Map<string, Href> {
  return new Map(
    types.flatMap((type) => {
      const page = place.site.pagesByType.get(type);
      return page === undefined ? [] : [[type, place.to(page)]];
    }),
  );
}
