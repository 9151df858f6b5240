import { once } from 'node:events';
import type { TestCancellationHandler } from '../../generated/server/handler.js';

export const tool = 'test_cancellation';

const testCancellationHandler: TestCancellationHandler = async (_input, { notify, progress, signal }) => {
  await progress(1, 2, 'Waiting to be cancelled');
  if (!signal.aborted) await once(signal, 'abort');
  notify.promptsChanged();
  return 'Nobody reads this.';
};

export default testCancellationHandler;
