import type { TestReconnectionHandler } from '../../generated/server/handler.js';
import { pause } from '../pause.js';

export const tool = 'test_reconnection';

const testReconnectionHandler: TestReconnectionHandler = async (_input, { closeStream, signal }) => {
  closeStream();
  await pause(100, signal);
  return 'The client came back for this.';
};

export default testReconnectionHandler;
