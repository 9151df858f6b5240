import type { TestElicitationSep1330EnumsHandler } from '../../generated/server/handler.js';

export const tool = 'test_elicitation_sep1330_enums';

const testElicitationSep1330EnumsHandler: TestElicitationSep1330EnumsHandler = async (_input, { ask }) => {
  const answer = await ask.options();
  return `Elicitation completed: ${JSON.stringify(answer)}`;
};

export default testElicitationSep1330EnumsHandler;
