import { type Parameter, parametersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';
import { wordsOfName } from '../verbs/words-of-name.js';

export const inconsistentParameterNaming = defineRule({
  id: 'inconsistent-parameter-naming',
  summary: 'A parameter of several tools has one spelling in all of them.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  *check(contract) {
    const byWords = new Map<string, Map<string, Parameter[]>>();
    for (const parameter of parametersOf(contract)) {
      const words = wordsOfName(parameter.name).join('');
      const spellings = byWords.get(words) ?? new Map<string, Parameter[]>();
      byWords.set(words, spellings);
      const same = spellings.get(parameter.name);
      if (same === undefined) spellings.set(parameter.name, [parameter]);
      else same.push(parameter);
    }
    for (const spellings of byWords.values()) {
      if (spellings.size < 2) continue;
      const [usual, ...others] = [...spellings.values()].sort((a, b) => b.length - a.length);
      const [example] = usual ?? [];
      for (const [first] of others) {
        if (first === undefined || example === undefined || first.owner === example.owner) continue;
        yield {
          message: `${JSON.stringify(first.name)} of ${JSON.stringify(first.owner.name)} is called ${JSON.stringify(example.name)} elsewhere`,
          span: first.subschema.locate([], 'key'),
          help: `call it ${JSON.stringify(example.name)} everywhere: models carry a name from one tool to the next`,
          related: [
            { message: `such as in ${JSON.stringify(example.owner.name)}`, span: example.subschema.locate([], 'key') },
          ],
        };
      }
    }
  },
});
