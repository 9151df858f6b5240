import type { TestSimpleTextHandler } from '../../generated/server/handler.js';

export const tool = 'test_simple_text';

const testSimpleTextHandler: TestSimpleTextHandler = () => 'This is a simple text response for testing.';

export default testSimpleTextHandler;
