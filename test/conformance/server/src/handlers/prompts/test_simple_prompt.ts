import type { TestSimplePromptPromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'test_simple_prompt';

const testSimplePromptPromptHandler: TestSimplePromptPromptHandler = () => 'This is a simple prompt for testing.';

export default testSimplePromptPromptHandler;
