import type { TestMissingCapabilityHandler } from '../../generated/server/handler.js';

export const tool = 'test_missing_capability';

const testMissingCapabilityHandler: TestMissingCapabilityHandler = async (_input, { ask }) => {
  const { text } = await ask.sample();
  return `The model said ${text}`;
};

export default testMissingCapabilityHandler;
