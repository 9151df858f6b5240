import type { ComplainPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'complain';

/** Writes a complaint. */
const complainPromptHandler: ComplainPromptHandler = {
  get: async (_args, ctx) => ctx.notImplemented(),
  complete: {
    order: () => [],
  },
};

export default complainPromptHandler;
