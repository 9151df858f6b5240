import { type Parameter, parametersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';
import { valueTypes } from '../lint/value-types.js';

/** One value here and a list or an object there are two ways to ask for a thing, and often meant. */
const scalars: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);

export const inconsistentParameterType = defineRule({
  id: 'inconsistent-parameter-type',
  summary: 'Parameters of one name take values of one type in all tools.',
  scope: 'contract',
  levels: { recommended: 'off', strict: 'info' },
  *check(contract) {
    const byName = new Map<string, Map<string, Parameter[]>>();
    for (const parameter of parametersOf(contract)) {
      const types = [...(valueTypes(parameter.subschema) ?? [])].filter((type) => type !== 'null').sort();
      if (types.length === 0 || !types.every((type) => scalars.has(type))) continue;
      const kinds = byName.get(parameter.name) ?? new Map<string, Parameter[]>();
      byName.set(parameter.name, kinds);
      const same = kinds.get(types.join(' or '));
      if (same === undefined) kinds.set(types.join(' or '), [parameter]);
      else same.push(parameter);
    }
    for (const [name, kinds] of byName) {
      if (kinds.size < 2) continue;
      const [usual, ...others] = [...kinds].sort(([, a], [, b]) => b.length - a.length);
      if (usual === undefined) continue;
      const [usualType, [example]] = usual;
      for (const [type, [first]] of others) {
        if (first === undefined || example === undefined) continue;
        yield {
          message: `${JSON.stringify(name)} is of the type ${type} in ${JSON.stringify(first.owner.name)}, and ${usualType} elsewhere`,
          span: first.subschema.locate([], 'key'),
          help: 'use one type, or another name where another thing is meant',
          related: [
            { message: `such as in ${JSON.stringify(example.owner.name)}`, span: example.subschema.locate([], 'key') },
          ],
        };
      }
    }
  },
});
