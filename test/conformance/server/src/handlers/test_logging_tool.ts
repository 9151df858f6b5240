import type { TestLoggingToolHandler } from '../../generated/server/handler.js';

export const tool = 'test_logging_tool';

const testLoggingToolHandler: TestLoggingToolHandler = async (_input, { log }) => {
  await log('info', 'Log message during tool execution');
  return 'One message was logged.';
};

export default testLoggingToolHandler;
