import type { TestInputRequiredResultMultipleInputsHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_multiple_inputs';

const testInputRequiredResultMultipleInputsHandler: TestInputRequiredResultMultipleInputsHandler = async (
  _input,
  { ask, once },
) => {
  await once('asked', () => true);
  const [name, greeting, roots] = await Promise.all([ask.user_name(), ask.greeting(), ask.client_roots()]);
  return JSON.stringify({ name, greeting, roots });
};

export default testInputRequiredResultMultipleInputsHandler;
