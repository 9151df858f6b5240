/** One thing with words; two of them are near one another when at most one word of each is missing in the other. */
export interface Worded<Item> {
  readonly item: Item;
  readonly words: ReadonlySet<string>;
  /** Words that tell it apart from others, so that one of them is never the one that is missing. */
  readonly telling: ReadonlySet<string>;
}

/** A key is made for each word; longer texts have to be equal. */
const mostWords = 40;
/** So many of a bucket are compared with the next one. */
const mostCompared = 8;

/**
 * Pairs that are near one another, the later one of the list first. Instead of comparing all with all, each is filed under its words and
 * under its words without one: those that are near meet in a file.
 */
export function* nearDuplicates<Item>(all: readonly Worded<Item>[]): Generator<[later: Item, earlier: Item]> {
  const files = new Map<string, Item[]>();
  for (const { item, words, telling } of all) {
    const met = new Set<Item>();
    const sorted = [...words].sort().slice(0, mostWords);
    const keys = [
      sorted,
      ...sorted.flatMap((left) => (telling.has(left) ? [] : [sorted.filter((each) => each !== left)])),
    ];
    for (const key of keys.map((each) => each.join(' '))) {
      const file = files.get(key) ?? [];
      files.set(key, file);
      for (const other of file) met.add(other);
      if (file.length < mostCompared) file.push(item);
    }
    for (const other of met) yield [item, other];
  }
}
