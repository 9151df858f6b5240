import { entry } from './entry.js';

export const importEntries = {
  'import/not-json': entry<{ problem: string }>({
    severity: 'error',
    message: ({ problem }) => `this is not JSON: ${problem}`,
    help: () => 'give the answer to `tools/list` as one JSON object',
  }),
};
