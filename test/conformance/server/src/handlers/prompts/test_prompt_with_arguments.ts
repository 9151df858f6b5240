import type { TestPromptWithArgumentsPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'test_prompt_with_arguments';

const testPromptWithArgumentsPromptHandler: TestPromptWithArgumentsPromptHandler = ({ arg1, arg2 }) =>
  `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`;

export default testPromptWithArgumentsPromptHandler;
