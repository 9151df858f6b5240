// Copied by mcpgen from its tested runtime. Do not edit.

/** More pages than any server needs; one that has more never ends. */
const MAX_PAGES = 10_000;

/**
 * All entries of a list, page by page; `ask` sends one request with these parameters. Rejects with the error of `ask`, and with an `Error` when the list has no end. `what` is what it
 * lists, in words.
 */
export async function listAll<Item>(
  what: string,
  ask: (params: {
    readonly cursor?: string;
  }) => Promise<{ readonly items: readonly Item[]; readonly nextCursor?: string | undefined }>,
): Promise<readonly Item[]> {
  const all: Item[] = [];
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await ask(cursor === undefined ? {} : { cursor });
    for (const item of items) all.push(item);
    cursor = nextCursor;
    if (cursor === undefined) return all;
    if (seen.has(cursor)) throw new Error(`the server lists its ${what} in a circle of pages`);
    seen.add(cursor);
  } while (seen.size < MAX_PAGES);
  throw new Error(`the server lists its ${what} on more than ${MAX_PAGES} pages`);
}
