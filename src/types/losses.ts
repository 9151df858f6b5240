/** In the order in which a reader is told of them. */
const order = [
  'oneOf',
  'not',
  'excluded values',
  'if',
  'anyOf',
  'allOf',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'contains',
  'unevaluatedItems',
  '$dynamicRef',
  '$recursiveRef',
] as const;

/** A keyword of which a type can say only a part, or what a negation leaves out. Bounds and formats are told member by member. */
export type Loss = (typeof order)[number];

/** Where a type is weaker than its schema. */
export class Losses {
  readonly #at = new Map<string, Set<Loss>>();

  /** `at` is the pointer of the schema that has the keyword. */
  add(at: string, loss: Loss): void {
    const known = this.#at.get(at);
    if (known === undefined) this.#at.set(at, new Set([loss]));
    else known.add(loss);
  }

  /** The losses by the nearest place above them, or at them, that is one of the owners. */
  byOwner(owners: ReadonlySet<string>): ReadonlyMap<string, readonly Loss[]> {
    const owned = new Losses();
    for (const [pointer, losses] of this.#at) {
      let owner = pointer;
      while (owner !== '' && !owners.has(owner)) owner = owner.slice(0, owner.lastIndexOf('/'));
      for (const loss of losses) owned.add(owner, loss);
    }
    return new Map([...owned.#at].map(([owner, losses]) => [owner, order.filter((loss) => losses.has(loss))]));
  }
}

/** What the comment of a type says of its losses. */
export function remarkOn(losses: readonly Loss[]): string {
  const named = losses.map((loss) => (loss === 'excluded values' ? loss : `\`${loss}\``));
  return `Validation asks for more than this type can say: ${named.join(', ')}.`;
}
