import { setTimeout as after } from 'node:timers/promises';
import type { TestToolWithProgressHandler } from '../../generated/server/handler.js';

export const tool = 'test_tool_with_progress';

const testToolWithProgressHandler: TestToolWithProgressHandler = async (_input, { progress }) => {
  for (const reached of [0, 50, 100]) {
    await progress(reached, 100, `Completed step ${reached} of 100`);
    await after(50);
  }
  return 'Progress is complete.';
};

export default testToolWithProgressHandler;
