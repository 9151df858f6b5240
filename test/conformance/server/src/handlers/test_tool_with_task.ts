import type { TestToolWithTaskHandler } from '../../generated/server/handler.js';

export const tool = 'test_tool_with_task';

const testToolWithTaskHandler: TestToolWithTaskHandler = async (_input, { ask, task }) => {
  const answer = await ask.user_name();
  await task.start();
  return answer.action === 'accept' ? `Hello, ${answer.content.name}!` : 'Hello, whoever you are!';
};

export default testToolWithTaskHandler;
