// Copied by mcpgen from its tested runtime. Do not edit.

/** How a list that a server gives differs from the contract's: by what tells entries apart. */
export interface ListDifference<Field> {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly key: string; readonly fields: readonly Field[] }[];
}

/** Compares the two, entry by entry; `compare` tells in what two entries of one key differ. */
export function compareLists<Expected, Actual, Field>(
  expected: ReadonlyMap<string, Expected>,
  actual: ReadonlyMap<string, Actual>,
  compare: (expected: Expected, actual: Actual) => readonly Field[],
): ListDifference<Field> {
  const changed = [...expected].flatMap(([key, entry]) => {
    const found = actual.get(key);
    const fields = found === undefined ? [] : compare(entry, found);
    return fields.length === 0 ? [] : [{ key, fields }];
  });
  return {
    added: [...actual.keys()].filter((key) => !expected.has(key)),
    removed: [...expected.keys()].filter((key) => !actual.has(key)),
    changed,
  };
}

/** Whether there is no difference. */
export function isSame({ added, removed, changed }: ListDifference<unknown>): boolean {
  return added.length + removed.length + changed.length === 0;
}
