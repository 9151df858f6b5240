import type { TestTriggerPromptChangeHandler } from '../../generated/server/handler.js';

export const tool = 'test_trigger_prompt_change';

const testTriggerPromptChangeHandler: TestTriggerPromptChangeHandler = (_input, { notify }) => {
  notify.promptsChanged();
  return 'Whoever listens knows that the prompts have changed.';
};

export default testTriggerPromptChangeHandler;
