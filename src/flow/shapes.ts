import { type JsonValue, type ValueType, valueTypes } from '../json.js';
import { Acceptance } from './accepts.js';

import { both, type Demands, keyOfDemands } from './demands.js';
import { copyOf, type Facts, isConsistent, noFacts, sizeOf } from './facts.js';
import type { SchemaGraph } from './schema-graph.js';
import { type Choice, Intake } from './take-in.js';
import { tightenNumber } from './tighten-number.js';

/** Values of one type that satisfy some demands, of their alternatives one each: what is known of them without looking inside. */
export interface Shape {
  readonly demands: Demands;
  readonly key: string;
  readonly facts: Readonly<Facts>;
}

/** Alternatives of one type are told apart up to so many; more are taken together, as less is known of them. */
const mostShapes = 300;

/** From demands to the shapes that, together, hold every value that satisfies them. */
export class Shapes {
  readonly acceptance: Acceptance;
  readonly #known = new Map<string, readonly Shape[]>();
  readonly #types: ReadonlyMap<ValueType, number>;

  constructor(readonly graph: SchemaGraph) {
    this.acceptance = new Acceptance(graph.work);
    this.#types = new Map(valueTypes.map((type) => [type, graph.node({ kind: 'type', types: [type] }).id] as const));
  }

  /** The shapes of all types. */
  of(demands: Demands): readonly Shape[] {
    const key = keyOfDemands(demands);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const shapes = valueTypes.flatMap((type) => this.#ofType(type, demands));
    this.#known.set(key, shapes);
    return shapes;
  }

  /** The shape's values that satisfy further demands as well. */
  narrow(shape: Shape, ...further: readonly number[]): readonly Shape[] {
    return this.of(both(shape.demands, further));
  }

  /** Whether a value satisfies all demands. */
  satisfies(demands: Demands, value: JsonValue): boolean {
    return demands.every((id) => this.acceptance.accepts(this.graph.at(Math.abs(id)), value) === id > 0);
  }

  #ofType(type: ValueType, demands: Demands): readonly Shape[] {
    const intake = new Intake(noFacts(type), this.graph);
    const typed = both(demands, [this.#types.get(type) ?? 0]);
    return intake.take(typed) ? this.#branch({ intake, choices: intake.choices, demands: typed }, mostShapes) : [];
  }

  /** Follows the choices, as far as the allowance of shapes goes. */
  #branch(branch: Branch, allowance: number): readonly Shape[] {
    const { facts } = branch.intake;
    if (facts.values !== undefined) return this.#listed(branch, facts.values);
    const choices = branch.choices.filter(
      (choice) => !choice.some((alternative) => alternative.every((id) => branch.intake.isKnown(id))),
    );
    const tried = choices.map((choice) => this.#try({ ...branch, choices }, choice));
    if (tried.some((alternatives) => alternatives.length === 0)) return [];
    const forced = tried.find((alternatives) => alternatives.length === 1)?.[0];
    if (forced !== undefined) return this.#branch(forced, allowance);
    const [fewest] = [...tried].sort((a, b) => a.length - b.length);
    if (fewest === undefined || fewest.length > allowance) return this.#finish(branch);
    const share = Math.floor(allowance / fewest.length);
    return fewest.flatMap((each) => this.#branch(each, share));
  }

  /** What becomes of each alternative of a choice; those that no value satisfies are left out. */
  #try({ intake, choices, demands }: Branch, choice: Choice): readonly Branch[] {
    const others = choices.filter((each) => each !== choice);
    return choice.flatMap((alternative): Branch[] => {
      this.graph.work.spend(4 + Math.ceil((sizeOf(intake.facts) + others.length) / 16));
      const next = new Intake(copyOf(intake.facts), this.graph);
      if (!next.take(alternative)) return [];
      return [{ intake: next, choices: [...others, ...next.choices], demands: both(demands, alternative) }];
    });
  }

  #finish({ intake, demands }: Branch): readonly Shape[] {
    const facts = copyOf(intake.facts);
    const values = facts.type === 'number' ? tightenNumber(facts) : shortest(facts);
    if (values !== undefined) return this.#listed({ intake, choices: [], demands }, values);
    return isConsistent(facts) ? [{ demands, key: keyOfDemands(demands), facts }] : [];
  }

  #listed({ intake, demands }: Branch, candidates: readonly JsonValue[]): readonly Shape[] {
    const values = candidates.filter((value) => this.satisfies(demands, value));
    if (values.length === 0) return [];
    const facts = copyOf(intake.facts);
    facts.values = values;
    return [{ demands, key: keyOfDemands(demands), facts }];
  }
}

interface Branch {
  readonly intake: Intake;
  readonly choices: readonly Choice[];
  readonly demands: Demands;
}

/** The one value of a size that leaves no choice. */
function shortest({ type, most }: Facts): readonly JsonValue[] | undefined {
  if (most >= 1) return undefined;
  return type === 'string' ? [''] : type === 'array' ? [[]] : type === 'object' ? [{}] : undefined;
}
