import type { TestStreamingElicitationHandler } from '../../generated/server/handler.js';

export const tool = 'test_streaming_elicitation';

const testStreamingElicitationHandler: TestStreamingElicitationHandler = async (_input, { progress }) => {
  await progress(1, 1);
  return 'The stream holds this result, and no request.';
};

export default testStreamingElicitationHandler;
