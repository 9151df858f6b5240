import type { TestTriggerToolChangeHandler } from '../../generated/server/handler.js';

export const tool = 'test_trigger_tool_change';

const testTriggerToolChangeHandler: TestTriggerToolChangeHandler = (_input, { notify }) => {
  notify.toolsChanged();
  return 'Whoever listens knows that the tools have changed.';
};

export default testTriggerToolChangeHandler;
