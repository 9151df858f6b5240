import { setTimeout as after } from 'node:timers/promises';
import type { TestToolWithLoggingHandler } from '../../generated/server/handler.js';

export const tool = 'test_tool_with_logging';

const testToolWithLoggingHandler: TestToolWithLoggingHandler = async (_input, { log }) => {
  for (const message of ['Tool execution started', 'Tool processing data', 'Tool execution completed']) {
    await log('info', message);
    await after(50);
  }
  return 'Three messages were logged.';
};

export default testToolWithLoggingHandler;
