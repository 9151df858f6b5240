/** Entries with a key that an earlier one has, each with the first of that key. */
export function repetitions<Entry>(
  entries: Iterable<Entry>,
  keyOf: (entry: Entry) => string,
): readonly { readonly entry: Entry; readonly first: Entry }[] {
  const firsts = new Map<string, Entry>();
  const found: { entry: Entry; first: Entry }[] = [];
  for (const entry of entries) {
    const first = firsts.get(keyOf(entry));
    if (first === undefined) firsts.set(keyOf(entry), entry);
    else found.push({ entry, first });
  }
  return found;
}
