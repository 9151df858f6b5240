import type { TestElicitationUrlHandler } from '../../generated/server/handler.js';

export const tool = 'test_elicitation_url';

const testElicitationUrlHandler: TestElicitationUrlHandler = async (_input, { ask }) => {
  const { action } = await ask.visit({ url: 'https://example.com/visit' });
  return `The user's answer: ${action}`;
};

export default testElicitationUrlHandler;
