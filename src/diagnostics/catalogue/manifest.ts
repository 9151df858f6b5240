import { entry } from './entry.js';

export const manifestEntries = {
  'manifest/unknown-key': entry<{
    key: string;
    where: string;
    suggestion?: string | undefined;
    known: readonly string[];
  }>({
    severity: 'error',
    message: ({ key, where }) => `unknown key ${JSON.stringify(key)} in ${where}`,
    help: ({ suggestion, known }) =>
      suggestion === undefined ? `known keys: ${known.join(', ')}` : `did you mean \`${suggestion}\`?`,
  }),
  'manifest/not-yet-supported': entry<{ key: string; where: string }>({
    severity: 'error',
    message: ({ key, where }) => `\`${key}\` in ${where} is not implemented by this version of mcpgen`,
    help: () => 'remove it: mcpgen never accepts a declaration that nothing enforces or serves',
  }),
  'manifest/removed-field': entry<{ key: string; mend: string }>({
    severity: 'error',
    message: ({ key }) => `\`${key}\` is not a member of a tool in MCP 2026-07-28`,
    help: ({ mend }) => mend,
  }),
  'manifest/missing-key': entry<{ key: string; where: string; example?: string | undefined }>({
    severity: 'error',
    message: ({ key, where }) => `${where} lacks the key \`${key}\``,
    help: ({ example }) => (example === undefined ? undefined : `add it, for example \`${example}\``),
  }),
  'manifest/wrong-type': entry<{ where: string; expected: string; actual: string; example?: string | undefined }>({
    severity: 'error',
    message: ({ where, expected, actual }) => `${where} must be ${expected}, and this is ${actual}`,
    help: ({ example }) => (example === undefined ? undefined : `for example \`${example}\``),
  }),
  'manifest/hints-contradict': entry<Record<string, never>>({
    severity: 'error',
    message: () => 'the tool is said to destroy something and to change nothing',
    help: () => 'remove `readOnlyHint` or `destructiveHint`: clients decide by them whether to ask the user',
  }),
  'manifest/bad-value': entry<{ where: string; problem: string; help?: string | undefined }>({
    severity: 'error',
    message: ({ where, problem }) => `${where} ${problem}`,
    help: ({ help }) => help,
  }),
};
