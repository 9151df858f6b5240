import type { TestInputRequiredResultElicitationHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_elicitation';

const testInputRequiredResultElicitationHandler: TestInputRequiredResultElicitationHandler = async (
  _input,
  { ask },
) => {
  const answer = await ask.user_name();
  return answer.action === 'accept' ? `Hello, ${answer.content.name}!` : 'Hello, whoever you are!';
};

export default testInputRequiredResultElicitationHandler;
