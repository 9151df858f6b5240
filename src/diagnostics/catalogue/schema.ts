import { entry } from './entry.js';

export const schemaEntries = {
  'schema/invalid': entry<{ problem: string; help?: string | undefined }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: ({ help }) => help,
  }),
  'schema/unknown-keyword': entry<{ keyword: string; dialect: string; suggestion?: string | undefined }>({
    severity: 'warning',
    message: ({ keyword, dialect }) =>
      `${JSON.stringify(keyword)} is not a keyword of JSON Schema ${dialect}; it is served as it is and checks nothing`,
    help: ({ suggestion }) => (suggestion === undefined ? undefined : `did you mean \`${suggestion}\`?`),
  }),
  'schema/loose-text': entry<{ text: string }>({
    severity: 'error',
    message: ({ text }) => `${JSON.stringify(text)} is neither a keyword with a value nor part of the text before it`,
    help: () => 'a comma ends a text inside `{ }`: put the text in quotes',
  }),
  'schema/code-keyword': entry<{ keyword: string }>({
    severity: 'error',
    message: ({ keyword }) => `the keyword ${JSON.stringify(keyword)} is refused: generators take its value for code`,
    help: () => 'remove it; mcpgen derives types from the schema alone',
  }),
  'schema/dialect': entry<{ dialect: string }>({
    severity: 'error',
    message: ({ dialect }) => `the dialect ${JSON.stringify(dialect)} is not supported`,
    help: () =>
      'use 2020-12 (the default when `$schema` is absent), 2019-09, draft-07 or draft-06, by its URI, such as http://json-schema.org/draft-07/schema#',
  }),
  'schema/dialect-mismatch': entry<{ name: string; ours: string; theirs: string }>({
    severity: 'error',
    message: ({ name, ours, theirs }) =>
      `the shared schema ${JSON.stringify(name)} is written in ${theirs}, and is used here in ${ours}`,
    help: () => 'declare the same `$schema` in both',
  }),
  'schema/input-root': entry<{ actual: string }>({
    severity: 'error',
    message: ({ actual }) => `the root of an inputSchema must say \`type: object\`, and this ${actual}`,
    help: () =>
      'MCP passes arguments by name: add `type: object`; a tool without arguments says `{ type: object, additionalProperties: false }`',
  }),
  'schema/ref-remote': entry<{ ref: string }>({
    severity: 'error',
    message: ({ ref }) => `the reference ${JSON.stringify(ref)} leaves the project, and mcpgen follows none of those`,
    help: () => 'copy what it points to into `schemas:` and refer to it as "#/schemas/Name"',
  }),
  'schema/ref-outside': entry<{ ref: string }>({
    severity: 'error',
    message: ({ ref }) => `the reference ${JSON.stringify(ref)} leaves the manifests folder`,
    help: () => 'only files of the manifests folder can be referred to',
  }),
  'schema/ref-missing': entry<{ ref: string; suggestion?: string | undefined; problem?: string | undefined }>({
    severity: 'error',
    message: ({ ref, problem }) =>
      `the reference ${JSON.stringify(ref)} points to nothing${problem === undefined ? '' : `: ${problem}`}`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? '`#/schemas/Name` is a shared schema of this project; any other `#...` is looked up inside this schema'
        : `did you mean \`${suggestion}\`?`,
  }),
  'schema/ref-not-schema': entry<{ ref: string }>({
    severity: 'error',
    message: ({ ref }) => `the reference ${JSON.stringify(ref)} points to a place that holds no schema`,
    help: () => 'point to a member of `$defs`, `properties` or another keyword whose value is a schema',
  }),
  'schema/ref-cycle': entry<{ ref: string }>({
    severity: 'error',
    message: ({ ref }) =>
      `the reference ${JSON.stringify(ref)} leads back to itself without passing a property or an item`,
    help: () => 'no value can satisfy or fail it: recursion has to go through `properties`, `items` or the like',
  }),
  'schema/ref-siblings': entry<{ ref: string; keys: readonly string[] }>({
    severity: 'error',
    message: ({ ref, keys }) =>
      `${keys.map((key) => `\`${key}\``).join(', ')} beside the root reference ${JSON.stringify(ref)} cannot be inlined`,
    help: () => 'write `allOf: [{ $ref: ... }]` beside them; the root of an inputSchema also says `type: object`',
  }),
  'schema/unsupported-keyword': entry<{ keyword: string }>({
    severity: 'error',
    message: ({ keyword }) => `the keyword \`${keyword}\` is not supported yet`,
    help: () => 'write the recursion with `$ref` and `$defs`',
  }),
  'schema/schemas-member': entry<Record<string, never>>({
    severity: 'error',
    message: () =>
      'a schema with a member `schemas` is refused, since `#/schemas/...` always means the shared schemas of the project',
    help: () => 'move its content to `$defs`, or to the top of the manifest',
  }),
  'schema/contradiction': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => problem,
    help: () => 'change one of the two: no value could ever be valid',
  }),
  'schema/enum-duplicate': entry<{ value: string }>({
    severity: 'warning',
    message: ({ value }) => `${value} stands twice in \`enum\``,
    help: () => 'remove one of the two: validators may refuse a list that repeats itself',
  }),
  'schema/default-mismatch': entry<{ value: string; expected: string }>({
    severity: 'warning',
    message: ({ value, expected }) => `the default ${value} is not ${expected}`,
    help: () => 'callers that send it are refused: change the default, or what it is held against',
  }),
  'schema/mcp-header': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `\`x-mcp-header\` ${problem}`,
    help: () => 'clients leave out a tool whose headers they cannot send: mend it, or remove it',
  }),
  'schema/exponential-pattern': entry<{ pattern: string; reason: string }>({
    severity: 'error',
    message: ({ pattern, reason }) => `the pattern ${JSON.stringify(pattern)} can take for ever: ${reason}`,
    help: () => 'let the next character decide how to go on: no repetition inside another that can match the same text',
  }),
  'schema/slow-pattern': entry<{ pattern: string; reason: string; most: number }>({
    severity: 'warning',
    message: ({ pattern, reason, most }) =>
      `the pattern ${JSON.stringify(pattern)} ${reason}; it is tried on strings of up to ${most} characters, and longer ones fail`,
    help: ({ most }) => `say \`maxLength\` (at most ${most}) beside it, or make the pattern simpler`,
  }),
  'schema/pattern': entry<{ pattern: string; problem: string }>({
    severity: 'error',
    message: ({ pattern, problem }) => `the pattern ${JSON.stringify(pattern)} is not a regular expression: ${problem}`,
    help: () => 'JSON Schema patterns are ECMA-262 expressions with the `u` flag',
  }),
};
