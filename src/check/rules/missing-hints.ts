import { defineRule } from '../lint/rule.js';
import { conductSaidBy } from '../verbs/conduct.js';

export const missingHints = defineRule({
  id: 'missing-hints',
  summary: 'A tool that reads or changes something says so to clients: by its semantics, or by hints.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      const { annotations, semantics } = declaration;
      if (semantics !== undefined || annotations?.readOnlyHint !== undefined) continue;
      if (annotations?.destructiveHint !== undefined) continue;
      const { change, destruction, reading } = conductSaidBy(declaration);
      const span = locate(['name']);
      if (reading !== undefined) {
        yield {
          message: `${JSON.stringify(name)} reads and does not say so, so clients have to assume that it destroys`,
          span,
          help: 'declare `semantics` with `side_effects: []`, or say `annotations: { readOnlyHint: true }`',
        };
      } else if (change !== undefined || destruction !== undefined) {
        const hint =
          destruction === undefined ? '`destructiveHint: false` where it only adds' : '`destructiveHint: true`';
        yield {
          message: `${JSON.stringify(name)} changes something and does not say whether it destroys something`,
          span,
          help: `declare its side effects in \`semantics\`, or say ${hint} in \`annotations\``,
        };
      }
    }
  },
});
