import { entry } from './entry.js';

export const importEntries = {
  'import/not-json': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `this is not JSON: ${problem}`,
    help: () => 'give the answer to `tools/list`, or to another request for a list, as one JSON object',
  }),
  'import/too-large': entry<{ what: string; value: number; limit: number }>({
    severity: 'error',
    message: ({ what, value, limit }) => `${what}: ${value}, and the limit is ${limit}`,
    help: () => 'import it in several pieces, each a JSON object with a part of the list',
  }),
  'import/not-an-answer': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `this is no answer that lists something: ${problem}`,
    help: () =>
      'it is a JSON object with a list `tools`, `resources`, `resourceTemplates` or `prompts`; its JSON-RPC envelope, or the bare list of the tools, will do as well',
  }),
  'import/nothing-imported': entry<{ skipped: number }>({
    severity: 'error',
    message: ({ skipped }) =>
      skipped === 0
        ? 'there is nothing in this answer to import'
        : skipped === 1
          ? 'the only entry of this answer could not be imported'
          : `none of the ${skipped} entries could be imported`,
  }),
  'import/tool-skipped': entry<{ reason: string; mend: string }>({
    severity: 'warning',
    message: ({ reason }) => `the tool was not imported: ${reason}`,
    help: ({ mend }) => mend,
  }),
  'import/removed-field': entry<{ field: string }>({
    severity: 'warning',
    message: ({ field }) => `\`${field}\` was left out: it is not a member of a tool in MCP 2026-07-28`,
  }),
  'import/unknown-annotation': entry<{ key: string }>({
    severity: 'warning',
    message: ({ key }) => `the annotation ${JSON.stringify(key)} was left out: MCP 2026-07-28 does not define it`,
    help: () => 'if clients of yours read it, write it to `_meta` of the tool, under a key with a prefix of your own',
  }),
  'import/stray-member': entry<{ member: string; why: string; owner: string }>({
    severity: 'warning',
    message: ({ member, why }) => `the member ${JSON.stringify(member)} was left out: ${why}`,
    help: ({ owner }) =>
      `if clients of yours read it, write it to \`_meta\` of the ${owner}, under a key with a prefix of your own`,
  }),
  'import/type-added': entry<Record<string, never>>({
    severity: 'warning',
    message: () => '`inputSchema` has no `type`, and MCP wants `type: object` there; it was added',
    help: () => 'look at the line with the comment `# import:`: a schema without a type often lost its members as well',
  }),
  'import/forbidden-key': entry<{ key: string }>({
    severity: 'warning',
    message: ({ key }) =>
      `the key ${JSON.stringify(key)} was left out: JavaScript gives this name a meaning of its own`,
  }),
  'import/number-changed': entry<{ text: string; problem: string }>({
    severity: 'warning',
    message: ({ text, problem }) => `the number ${text} ${problem}`,
    help: () => 'look at the line with the comment `# import:`, and write a number that a double holds',
  }),
  'import/duplicate-key': entry<{ key: string }>({
    severity: 'warning',
    message: ({ key }) => `the key ${JSON.stringify(key)} stands twice in an object; the last one counts`,
  }),
  'import/entry-skipped': entry<{ what: string; reason: string; mend: string }>({
    severity: 'warning',
    message: ({ what, reason }) => `the ${what} was not imported: ${reason}`,
    help: ({ mend }) => mend,
  }),
  'import/section-skipped': entry<{ section: string; problem: string }>({
    severity: 'warning',
    message: ({ section, problem }) => `\`${section}\` was not imported: it is ${problem}, not a list`,
  }),
  'import/more-pages': entry<Record<string, never>>({
    severity: 'warning',
    message: () => 'the answer has a `nextCursor`: it is one page of several, and the rest is missing',
    help: () => 'fetch the other pages too, and import each',
  }),
  'import/ignored-members': entry<{ members: readonly string[] }>({
    severity: 'info',
    message: ({ members }) => `not part of an answer that lists something, and not imported: ${members.join(', ')}`,
  }),
};
