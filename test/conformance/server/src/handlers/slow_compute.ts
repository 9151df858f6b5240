import type { SlowComputeHandler } from '../../generated/server/handler.js';
import { pause } from '../pause.js';

export const tool = 'slow_compute';

const slowComputeHandler: SlowComputeHandler = async ({ seconds, label = 'the work' }, { signal, task }) => {
  task.status(`Computing ${label}`);
  await pause(seconds * 1000, signal);
  return `${label} took ${seconds} s`;
};

export default slowComputeHandler;
