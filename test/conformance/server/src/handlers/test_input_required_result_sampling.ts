import type { TestInputRequiredResultSamplingHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_sampling';

const testInputRequiredResultSamplingHandler: TestInputRequiredResultSamplingHandler = async (_input, { ask }) => {
  const { text } = await ask.capital_question();
  return `The model said ${text}`;
};

export default testInputRequiredResultSamplingHandler;
