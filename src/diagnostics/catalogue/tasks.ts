import { entry } from './entry.js';

export const taskEntries = {
  'tasks/gone-before-asked': entry<{ pollIntervalMs: number; ttlMs: number }>({
    severity: 'error',
    message: ({ pollIntervalMs, ttlMs }) =>
      `clients are told to ask after ${pollIntervalMs} ms, when the task is gone: it is kept for ${ttlMs} ms`,
    help: () => 'make `pollIntervalMs` smaller, or `ttlMs` greater',
  }),
};
