import type { FailingJobHandler } from '../../generated/server/handler.js';
import { pause } from '../pause.js';

export const tool = 'failing_job';

const failingJobHandler: FailingJobHandler = async (_input, { error, signal }) => {
  await pause(1000, signal);
  return error('The job failed');
};

export default failingJobHandler;
