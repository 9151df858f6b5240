import type { ToolView, WorkflowView } from '../lint/contract.js';
import { parameterNamesOf, parameterOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';
import { wordsOfName } from '../verbs/words-of-name.js';

export const inconsistentParameterNaming = defineRule({
  id: 'inconsistent-parameter-naming',
  summary: 'A parameter of several tools has one spelling in all of them.',
  scope: 'contract',
  levels: { recommended: 'warning', strict: 'warning' },
  *check({ tools, workflows }) {
    const ownersOf = new Map<string, Owner[]>();
    for (const owner of [...tools, ...workflows]) {
      for (const name of parameterNamesOf(owner)) {
        const owners = ownersOf.get(name);
        if (owners === undefined) ownersOf.set(name, [owner]);
        else owners.push(owner);
      }
    }
    const spellingsOf = new Map<string, Spelling[]>();
    for (const [name, owners] of ownersOf) {
      const words = wordsOfName(name).join('');
      const spelling = { name, owners };
      const spellings = spellingsOf.get(words);
      if (spellings === undefined) spellingsOf.set(words, [spelling]);
      else spellings.push(spelling);
    }
    for (const spellings of spellingsOf.values()) {
      if (spellings.length < 2) continue;
      const [usual, ...others] = [...spellings].sort((a, b) => b.owners.length - a.owners.length);
      const example = usual?.owners[0];
      for (const { name, owners } of others) {
        const [first] = owners;
        if (usual === undefined || first === undefined || example === undefined || first === example) continue;
        const [here, there] = [parameterOf(first, name), parameterOf(example, usual.name)];
        if (here === undefined || there === undefined) continue;
        yield {
          message: `${JSON.stringify(name)} of ${JSON.stringify(first.name)} is called ${JSON.stringify(usual.name)} elsewhere`,
          span: here.locate([], 'key'),
          help: `call it ${JSON.stringify(usual.name)} everywhere: models carry a name from one tool to the next`,
          related: [{ message: `such as in ${JSON.stringify(example.name)}`, span: there.locate([], 'key') }],
        };
      }
    }
  },
});

type Owner = ToolView | WorkflowView;

/** One way to write a name, and who does, in the order of the manifests. */
interface Spelling {
  readonly name: string;
  readonly owners: readonly Owner[];
}
