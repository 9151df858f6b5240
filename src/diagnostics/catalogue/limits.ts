import { entry } from './entry.js';

export const limitEntries = {
  'limits/exceeded': entry<{ what: string; value: number; limit: number; setting: string; hard: number }>({
    severity: 'error',
    message: ({ what, value, limit }) => `${what}: ${value}, and the limit is ${limit}`,
    help: ({ setting, hard }) => `reduce it, or raise \`limits.${setting}\` in mcpgen.yaml (at most ${hard})`,
  }),
};
