import type { TestErrorHandlingHandler } from '../../generated/server/handler.js';

export const tool = 'test_error_handling';

const testErrorHandlingHandler: TestErrorHandlingHandler = (_input, ctx) =>
  ctx.error('This tool intentionally returns an error for testing');

export default testErrorHandlingHandler;
