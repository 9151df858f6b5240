import type { TestInputRequiredResultMultiRoundHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_multi_round';

const testInputRequiredResultMultiRoundHandler: TestInputRequiredResultMultiRoundHandler = async (_input, { ask }) => {
  const name = await ask.step1();
  const color = await ask.step2();
  return JSON.stringify({ name, color });
};

export default testInputRequiredResultMultiRoundHandler;
