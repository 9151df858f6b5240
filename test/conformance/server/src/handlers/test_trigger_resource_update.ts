import type { TestTriggerResourceUpdateHandler } from '../../generated/server/handler.js';

export const tool = 'test_trigger_resource_update';

const testTriggerResourceUpdateHandler: TestTriggerResourceUpdateHandler = (_input, { notify }) => {
  notify.resourceUpdated('test://watched-resource');
  return 'Whoever listens knows that the watched resource has changed.';
};

export default testTriggerResourceUpdateHandler;
