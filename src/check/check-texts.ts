import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonValue } from '../json.js';
import type { Manifests } from '../manifest/read-manifests.js';
import { checkText } from '../text/check-text.js';

/** All texts of the manifests, except those of tools whose author says why they hold what they hold. */
export function checkTexts({ tools, schemas }: Manifests): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const { declaration, origin } of tools) {
    if (declaration.unsafe_text !== undefined) continue;
    const help = 'remove it; a tool that needs it says `unsafe_text: { allow: true, reason: "..." }`';
    diagnostics.push(...checkText({ ...origin, value: declaration as unknown as JsonValue, help }));
  }
  for (const { schema, origin } of schemas) {
    diagnostics.push(
      ...checkText({ ...origin, value: schema, help: 'remove it: shared schemas are read with every tool' }),
    );
  }
  return diagnostics;
}
