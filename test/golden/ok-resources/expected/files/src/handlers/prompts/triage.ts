import type { TriagePromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'triage';

/** Triage */
const triagePromptHandler: TriagePromptHandler = {
  get: async (_args, ctx) => ctx.notImplemented(),
  complete: {
    ticket: () => [],
  },
};

export default triagePromptHandler;
