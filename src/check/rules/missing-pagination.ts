import { membersOf } from '../lint/parameters.js';
import { defineRule } from '../lint/rule.js';
import type { SubschemaView } from '../lint/schema-view.js';
import { saysType } from '../lint/value-types.js';
import { wordsOfName } from '../verbs/words-of-name.js';

/** First words of tools that return as many things as there are. */
const listing: ReadonlySet<string> = new Set(['list', 'search', 'find', 'query', 'browse']);

/** Words of parameters by which a caller asks for a part. */
const paging: ReadonlySet<string> = new Set([
  ...[
    'limit',
    'cursor',
    'page',
    'offset',
    'count',
    'max',
    'top',
    'first',
    'last',
    'size',
    'per',
    'skip',
    'after',
    'before',
  ],
  ...['start', 'token', 'continuation', 'depth', 'take', 'number'],
]);

export const missingPagination = defineRule({
  id: 'missing-pagination',
  summary: 'A tool that lists things bounds how many it returns, or lets the caller do so.',
  scope: 'tool',
  levels: { recommended: 'off', strict: 'warning' },
  *check({ tools }) {
    for (const { name, input, output, locate } of tools) {
      if (output === undefined || !listing.has(wordsOfName(name)[0] ?? '')) continue;
      const isPaged = membersOf(input.subschemas[0]).some(({ path }) =>
        wordsOfName(String(path.at(-1))).some((word) => paging.has(word)),
      );
      const list = isPaged ? undefined : openList(output.subschemas[0]);
      if (list === undefined) continue;
      yield {
        message: `${JSON.stringify(name)} returns any number of things, and its caller cannot ask for fewer`,
        span: locate(['name']),
        help: 'take a `limit` and a `cursor`, or bound the list with `maxItems`',
        related: [{ message: 'this list has no end', span: list.locate(['type']) }],
      };
    }
  },
});

/** An unbounded array that is the result, or a property of it. */
function openList(root: SubschemaView | undefined): SubschemaView | undefined {
  const candidates = root === undefined ? [] : [root, ...membersOf(root)];
  return candidates
    .map((each) => each.target ?? each)
    .find((each) => saysType(each, 'array') && each.schema['maxItems'] === undefined);
}
