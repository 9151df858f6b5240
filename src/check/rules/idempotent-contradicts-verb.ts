import { defineRule } from '../lint/rule.js';
import { conductSaidBy } from '../verbs/conduct.js';
import { repeats, settles } from '../verbs/repetition.js';

export const idempotentContradictsVerb = defineRule({
  id: 'idempotent-contradicts-verb',
  summary: 'What a tool says about calling it again agrees with its verb.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      const { semantics, annotations } = declaration;
      const written = semantics?.idempotent ?? annotations?.idempotentHint;
      // The hint means nothing for a tool that only reads.
      if (written === undefined || annotations?.readOnlyHint === true) continue;
      const { deed, change, reading } = conductSaidBy(declaration);
      if (deed === undefined) continue;
      const path =
        semantics?.idempotent === undefined ? ['annotations', 'idempotentHint'] : ['semantics', 'idempotent'];
      const related = [{ message: 'it is said here', span: locate([deed.source]) }];
      if (written && change !== undefined && repeats(declaration, deed)) {
        yield {
          message: `${JSON.stringify(name)} is idempotent, but its ${deed.source} says ${JSON.stringify(deed.word)}`,
          span: locate(path),
          related,
          help: 'say `false`, or say in the description why a second call does nothing more: clients repeat idempotent calls',
        };
      } else if (!written && semantics?.idempotent === false && (reading !== undefined || settles(deed))) {
        yield {
          message: `${JSON.stringify(name)} is not idempotent, but its ${deed.source} says ${JSON.stringify(deed.word)}`,
          span: locate(path),
          related,
          help: 'say `true` when a second call with the same arguments changes nothing more, whatever it returns',
        };
      }
    }
  },
});
