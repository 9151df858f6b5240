import { removeMember } from '../lint/remove-member.js';
import { defineRule } from '../lint/rule.js';
import { wordsOfName } from '../verbs/words-of-name.js';

export const titleRepeatsName = defineRule({
  id: 'title-repeats-name',
  summary: 'The `title` of a property says more than its name, which models read anyway.',
  scope: 'tool',
  levels: { recommended: 'info', strict: 'warning' },
  isFixable: true,
  *check({ schemas }) {
    for (const { subschemas } of schemas) {
      for (const subschema of subschemas) {
        const { keyword, path, schema, locate } = subschema;
        const { title } = schema;
        if (keyword !== 'properties' || typeof title !== 'string') continue;
        const name = String(path.at(-1));
        if (wordsOfName(title).join(' ') !== wordsOfName(name).join(' ')) continue;
        const edit = removeMember(subschema, 'title');
        yield {
          message: `the title ${JSON.stringify(title)} only repeats the name ${JSON.stringify(name)}`,
          span: locate(['title']),
          help: 'remove it: every conversation carries it',
          ...(edit === undefined ? {} : { fix: [edit] }),
        };
      }
    }
  },
});
