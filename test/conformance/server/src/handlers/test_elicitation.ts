import type { TestElicitationHandler } from '../../generated/server/handler.js';

export const tool = 'test_elicitation';

const testElicitationHandler: TestElicitationHandler = async ({ message }, { ask }) => {
  const answer = await ask.answer({ message });
  return `User response: ${JSON.stringify(answer)}`;
};

export default testElicitationHandler;
