import type { TestSamplingHandler } from '../../generated/server/handler.js';

export const tool = 'test_sampling';

const testSamplingHandler: TestSamplingHandler = async ({ prompt }, { ask }) => {
  const { text } = await ask.answer({ messages: [{ role: 'user', content: { type: 'text', text: prompt } }] });
  return `LLM response: ${text}`;
};

export default testSamplingHandler;
