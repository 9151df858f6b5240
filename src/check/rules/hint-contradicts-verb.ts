import type { ToolView } from '../lint/contract.js';
import { defineRule, type Finding } from '../lint/rule.js';
import { conductSaidBy, type Saying } from '../verbs/conduct.js';

export const hintContradictsVerb = defineRule({
  id: 'hint-contradicts-verb',
  summary: 'Hints do not promise that a call is harmless when its name or its description says that it is not.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check({ tools }) {
    for (const tool of tools) {
      const { declaration } = tool;
      // Of tools with semantics, the effects are what is wrong: see effects-contradict-verb.
      if (declaration.annotations === undefined || declaration.semantics !== undefined) continue;
      const { readOnlyHint, destructiveHint } = declaration.annotations;
      if (readOnlyHint !== true && destructiveHint !== false) continue;
      const { change, destruction } = conductSaidBy(declaration);
      const doubt = change ?? destruction;
      if (readOnlyHint === true && doubt !== undefined) {
        yield finding(tool, 'readOnlyHint', 'a tool that changes nothing', doubt);
      } else if (readOnlyHint !== true && destructiveHint === false && destruction !== undefined) {
        yield finding(tool, 'destructiveHint', 'a tool that destroys nothing', destruction);
      }
    }
  },
});

function finding(
  tool: ToolView,
  hint: 'readOnlyHint' | 'destructiveHint',
  claim: string,
  { what, path }: Saying,
): Finding {
  const mend = hint === 'readOnlyHint' ? 'false' : 'true';
  return {
    message: `${JSON.stringify(tool.name)} is marked as ${claim}, but ${what}`,
    span: tool.locate(['annotations', hint]),
    related: [{ message: 'it is said here', span: tool.locate(path) }],
    help: `say \`${hint}: ${mend}\`, so that clients ask before they call it, or say in the description why it is harmless`,
  };
}
