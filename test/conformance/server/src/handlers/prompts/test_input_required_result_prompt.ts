import type { TestInputRequiredResultPromptPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'test_input_required_result_prompt';

const testInputRequiredResultPromptPromptHandler: TestInputRequiredResultPromptPromptHandler = async (
  _args,
  { ask },
) => {
  const answer = await ask.user_context();
  return answer.action === 'accept' ? `Use this context: ${answer.content.context}` : 'Use no context.';
};

export default testInputRequiredResultPromptPromptHandler;
