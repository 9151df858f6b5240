import type { TestElicitationSep1034DefaultsHandler } from '../../generated/server/handler.js';

export const tool = 'test_elicitation_sep1034_defaults';

const testElicitationSep1034DefaultsHandler: TestElicitationSep1034DefaultsHandler = async (_input, { ask }) => {
  const answer = await ask.profile();
  return `Elicitation completed: ${JSON.stringify(answer)}`;
};

export default testElicitationSep1034DefaultsHandler;
