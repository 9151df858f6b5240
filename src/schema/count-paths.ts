import { isJsonObject, type JsonPath, toPointer } from '../json.js';
import type { References } from './check-references.js';
import type { Target } from './resolve-reference.js';
import { positionAt, type SchemaUnit } from './schema-unit.js';

/**
 * What a schema costs whoever takes it apart: `alternatives`, the combinations of branches that a value could satisfy (a product
 * over `allOf`, a sum over `anyOf` and `oneOf`), and `evaluations`, the subschemas that one value is held against.
 */
interface Cost {
  readonly alternatives: number;
  readonly evaluations: number;
}

/** Large enough to be over every limit, small enough that sums and products of it stay exact. */
const saturated = 90_000_000;

/** Subschemas that are applied to the same value, and how their costs combine. */
interface Group {
  readonly kind: 'all' | 'one-of' | 'optional';
  readonly members: readonly Target[];
}

/** Counts each position once, whatever leads to it. Expects references that resolve, without in-place cycles. */
export class PathCounter {
  readonly #known = new Map<SchemaUnit, Map<string, Cost>>();

  constructor(private readonly references: References) {}

  /** Ways through the branches of the schema at a position; at most `saturated`. */
  pathsAt(unit: SchemaUnit, pointer: string): number {
    const { alternatives, evaluations } = this.#costOf({ unit, pointer });
    return Math.max(alternatives, evaluations);
  }

  /** After its members, with a stack of its own: references may chain further than calls can nest. */
  #costOf(start: Target): Cost {
    const stack = [{ node: start, groups: this.#groupsOf(start), isEntered: false }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (!top.isEntered) {
        top.isEntered = true;
        for (const member of top.groups.flatMap((group) => group.members)) {
          if (this.#lookUp(member) === undefined) {
            stack.push({ node: member, groups: this.#groupsOf(member), isEntered: false });
          }
        }
        continue;
      }
      stack.pop();
      const costs = this.#known.get(top.node.unit) ?? new Map<string, Cost>();
      this.#known.set(top.node.unit, costs.set(top.node.pointer, this.#combine(top.groups)));
    }
    return this.#lookUp(start) ?? { alternatives: 1, evaluations: 1 };
  }

  #combine(groups: readonly Group[]): Cost {
    let alternatives = 1;
    let evaluations = 1;
    for (const { kind, members } of groups) {
      const costs = members.map((member) => this.#lookUp(member) ?? { alternatives: 1, evaluations: 1 });
      evaluations += costs.reduce((sum, each) => sum + each.evaluations, 0);
      if (kind === 'one-of')
        alternatives *= Math.max(
          1,
          costs.reduce((sum, each) => sum + each.alternatives, 0),
        );
      for (const each of kind === 'one-of' ? [] : costs) {
        alternatives = Math.min(saturated, alternatives * (each.alternatives + (kind === 'optional' ? 1 : 0)));
      }
      alternatives = Math.min(saturated, alternatives);
      evaluations = Math.min(saturated, evaluations);
    }
    return { alternatives, evaluations };
  }

  #lookUp({ unit, pointer }: Target): Cost | undefined {
    return this.#known.get(unit)?.get(pointer);
  }

  #groupsOf(node: Target): Group[] {
    const { schema, path } = positionAt(node.unit, node.pointer).subschema;
    if (typeof schema === 'boolean') return [];
    const at = (...steps: JsonPath): Target[] => {
      const pointer = toPointer([...path, ...steps]);
      return node.unit.positions.has(pointer) ? [{ unit: node.unit, pointer }] : [];
    };
    const below = (keyword: string): Target[] => {
      const value = schema[keyword];
      if (Array.isArray(value)) return value.flatMap((_, index) => at(keyword, index));
      return isJsonObject(value) ? Object.keys(value).flatMap((name) => at(keyword, name)) : [];
    };
    const groups: Group[] = [];
    const add = (kind: Group['kind'], members: readonly Target[]) => {
      if (members.length > 0) groups.push({ kind, members });
    };
    const target = this.references.get(node.unit)?.get(node.pointer);
    if (target !== undefined) add('all', [target]);
    for (const keyword of Object.keys(schema)) {
      if (keyword === 'allOf') add('all', below(keyword));
      else if (keyword === 'anyOf' || keyword === 'oneOf') add('one-of', below(keyword));
      else if (keyword === 'dependentSchemas' || keyword === 'dependencies') add('optional', below(keyword));
      else if (keyword === 'not') add('all', at(keyword));
      else if (keyword === 'if') add('one-of', [...at('if'), ...at('then'), ...at('else')]);
    }
    return groups;
  }
}
