import { changesSomething } from '../../runtime/effects.js';
import { defineRule } from '../lint/rule.js';
import { conductSaidBy } from '../verbs/conduct.js';

export const effectsContradictVerb = defineRule({
  id: 'effects-contradict-verb',
  summary: 'Declared side effects agree with what the name and the description of a tool say that it does.',
  scope: 'tool',
  levels: { recommended: 'warning', strict: 'error' },
  *check({ tools }) {
    for (const { name, declaration, locate } of tools) {
      if (declaration.semantics === undefined) continue;
      const effects = declaration.semantics.side_effects;
      const { change, destruction, reading } = conductSaidBy(declaration);
      const said = (path: readonly (string | number)[]) => [{ message: 'it is said here', span: locate(path) }];
      const changes = effects.some(changesSomething);
      const doubt = change ?? destruction;
      if (!changes && doubt !== undefined) {
        yield {
          message: `no effect of ${JSON.stringify(name)} changes anything, but ${doubt.what}`,
          span: locate(['semantics', 'side_effects']),
          related: said(doubt.path),
          help: 'declare what it changes, or say in the description that it changes nothing',
        };
      } else if (changes && destruction !== undefined && effects.every(({ reversible }) => reversible)) {
        yield {
          message: `every effect of ${JSON.stringify(name)} can be undone, but ${destruction.what}`,
          span: locate(['semantics', 'side_effects']),
          related: said(destruction.path),
          help: 'say `reversible: false`, or say in the description how it can be restored',
        };
      }
      const lasting = effects.findIndex((effect) => !effect.reversible);
      if (reading !== undefined && lasting !== -1) {
        yield {
          message: `an effect of ${JSON.stringify(name)} cannot be undone, but ${reading.what}`,
          span: locate(['semantics', 'side_effects', lasting]),
          related: said(reading.path),
          help: 'give the tool a verb that says what it changes, and say so in the description',
        };
      }
    }
  },
});
