import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { JsonValue } from '../json.js';
import type { Deadline } from '../limits/deadline.js';
import { listFindings } from '../limits/list-findings.js';
import type { Manifests } from '../manifest/read-manifests.js';
import { checkText } from '../text/check-text.js';
import { offersOf, offerWords } from './offers.js';

/** All texts of the manifests, except those of tools whose author says why they hold what they hold. */
export function checkTexts(manifests: Manifests, deadline: Deadline): Diagnostic[] {
  const { tools, schemas, workflows } = manifests;
  const diagnostics: Diagnostic[] = [];
  for (const { declaration, origin } of tools) {
    deadline.check('reading the texts', declaration.name);
    if (declaration.unsafe_text !== undefined) continue;
    const help = 'remove it; a tool that needs it says `unsafe_text: { allow: true, reason: "..." }`';
    const found = checkText({ ...origin, value: declaration as unknown as JsonValue, help });
    diagnostics.push(...listFindings(found, 'this tool'));
  }
  for (const { kind, name, declaration, origin } of [...workflows, ...offersOf(manifests)]) {
    deadline.check('reading the texts', name);
    const help = 'remove it';
    const found = checkText({ ...origin, value: declaration as unknown as JsonValue, help });
    diagnostics.push(...listFindings(found, `this ${kind === 'workflow' ? kind : offerWords[kind]}`));
  }
  for (const { schema, origin } of schemas) {
    const found = checkText({ ...origin, value: schema, help: 'remove it: shared schemas are read with every tool' });
    diagnostics.push(...listFindings(found, 'this schema'));
  }
  return diagnostics;
}
