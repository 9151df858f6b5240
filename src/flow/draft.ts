import { isJsonObject, type JsonValue } from '../json.js';
import type { Members, SchemaNode, Statement } from './atom.js';
import type { Judge } from './judge.js';
import { checkSteps, type Part } from './part-at.js';
import { valuesOf } from './read-schema.js';
import type { Shape } from './shapes.js';

/** What a value under construction may be: nothing yet, a value that was put there whole, or an object with parts put into it. */
export interface Draft {
  readonly absent: boolean;
  readonly wholes: readonly SchemaNode[];
  readonly objects: readonly ObjectDraft[];
}

/** An object of which some members are known each for itself; beside them it has what `base` has, or no others. */
interface ObjectDraft {
  readonly base: Shape | undefined;
  readonly members: ReadonlyMap<string, Draft>;
}

export const nothingYet: Draft = { absent: true, wholes: [], objects: [] };
const emptyObject: ObjectDraft = { base: undefined, members: new Map() };

/** With more single values, nothing is known of one but that it is an object. */
const mostOpened = 20;

/**
 * Does to drafts what `runtime/workflow-assembly.ts` does to values. A draft describes at least the values that can come up;
 * members that may be absent are taken to be so independently of each other.
 */
export class Drafting {
  constructor(private readonly judge: Judge) {}

  /** The draft after a part was put at a place, or left out where it is absent. */
  place(draft: Draft, steps: readonly string[], part: Part): Draft {
    checkSteps(steps);
    // A place inside of the whole makes it an object, even where the part is missing.
    const isMade = steps.length > 0 && draft.absent;
    const start = isMade ? { ...draft, absent: false, objects: [...draft.objects, emptyObject] } : draft;
    return this.#put(start, steps, part);
  }

  /** The node of all that the draft may be, if it is there. */
  nodeOf({ wholes, objects }: Draft): SchemaNode {
    return this.judge.graph.anyOf([...wholes, ...objects.map((each) => this.#nodeOfObject(each))]);
  }

  #put(draft: Draft, [name, ...rest]: readonly string[], part: Part): Draft {
    this.judge.graph.work.spend(1 + draft.objects.length);
    if (name === undefined) {
      const put: Draft = { absent: false, wholes: part.nodes, objects: [] };
      return part.absent ? union(draft, put) : put;
    }
    const into = (each: ObjectDraft, some: Part): ObjectDraft => {
      const member = this.#put(this.#memberOf(each, name), rest, some);
      return { ...each, members: new Map([...each.members, [name, member]]) };
    };
    const there = { ...part, absent: false };
    const others = [...(draft.absent ? [emptyObject] : []), ...draft.wholes.flatMap((node) => this.#open(node))];
    const objects = [...draft.objects.map((each) => into(each, part)), ...others.map((each) => into(each, there))];
    return part.absent ? { ...draft, objects } : { absent: false, wholes: [], objects };
  }

  /** The value as one that a member can be put into: what is no object becomes one. */
  #open(node: SchemaNode): readonly ObjectDraft[] {
    const { judge } = this;
    const shapes = judge.shapes.of([node.id]).filter((shape) => !judge.isVacuous(shape));
    return shapes.flatMap((base): readonly ObjectDraft[] => {
      const { type, values } = base.facts;
      if (type !== 'object') return [emptyObject];
      if (values === undefined || values.length > mostOpened) return [{ base, members: new Map() }];
      return values.map((value) => ({ base: undefined, members: this.#membersOf(value) }));
    });
  }

  #membersOf(value: JsonValue): ReadonlyMap<string, Draft> {
    const { graph } = this.judge;
    const draftOf = (member: JsonValue): Draft => ({
      ...nothingYet,
      absent: false,
      wholes: [graph.node(valuesOf([member]))],
    });
    return new Map(Object.entries(isJsonObject(value) ? value : {}).map(([name, member]) => [name, draftOf(member)]));
  }

  #memberOf({ base, members }: ObjectDraft, name: string): Draft {
    const own = members.get(name);
    if (own !== undefined) return own;
    const { graph, parts } = this.judge;
    if (base === undefined || !parts.mayHave(base, name)) return nothingYet;
    const wholes = [graph.nodeFor(parts.memberAt(base, name))];
    return { absent: !base.facts.required.has(name), wholes, objects: [] };
  }

  #nodeOfObject({ base, members }: ObjectDraft): SchemaNode {
    const { graph } = this.judge;
    const names = [...members.keys()].sort();
    const properties = new Map(names.map((name) => [name, this.nodeOf(members.get(name) ?? nothingYet)] as const));
    const rest = base === undefined ? graph.nothing : graph.anything;
    return graph.node(
      { kind: 'type', types: ['object'] },
      { kind: 'members', properties, patterns: new Map(), rest, restGiven: false },
      ...names.filter((name) => members.get(name)?.absent === false).map((name) => required(name)),
      ...(base === undefined ? [] : this.#beside(names, base)),
    );
  }

  /** What is known of the object beside the members that were put into it. */
  #beside(names: readonly string[], { facts }: Shape): readonly Statement[] {
    const { graph, shapes } = this.judge;
    const isOther = (name: string) => !names.includes(name);
    const added = names.filter((name) => !facts.required.has(name)).length;
    const statements: Statement[] = [
      ...facts.members.map((each) => this.#without(names, each)),
      ...[...facts.required].filter(isOther).map(required),
      ...[...facts.absent].filter(isOther).map((name) => graph.member(name, graph.nothing)),
      { kind: 'minProperties', count: facts.fewest },
    ];
    if (Number.isFinite(facts.most)) statements.push({ kind: 'maxProperties', count: facts.most + added });
    if (facts.names.length > 0) {
      const unnamed = names.filter((name) => !shapes.satisfies(facts.names, name));
      const named = graph.nodeFor([...facts.names]);
      const node = unnamed.length === 0 ? named : graph.anyOf([named, graph.node(valuesOf(unnamed))]);
      statements.push({ kind: 'propertyNames', node });
    }
    return statements;
  }

  /** The statement, silent on members of these names. */
  #without(names: readonly string[], { properties, patterns, rest }: Members): Statement {
    const { graph, shapes } = this.judge;
    const silenced = [...patterns].map(([source, node]) => {
      const applies = names.some((name) => shapes.acceptance.matches(source, name));
      return [source, applies ? graph.anything : node] as const;
    });
    const free = names.map((name) => [name, graph.anything] as const);
    const listed = [...new Map([...properties, ...free])].sort(([a], [b]) => (a < b ? -1 : 1));
    return { kind: 'members', properties: new Map(listed), patterns: new Map(silenced), rest, restGiven: false };
  }
}

function required(name: string): Statement {
  return { kind: 'required', name };
}

function union(one: Draft, other: Draft): Draft {
  return {
    absent: one.absent || other.absent,
    wholes: [...new Set([...one.wholes, ...other.wholes])],
    objects: [...one.objects, ...other.objects],
  };
}
