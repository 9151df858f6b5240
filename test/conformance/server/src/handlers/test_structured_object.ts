import type { TestStructuredObjectHandler } from '../../generated/server/handler.js';

export const tool = 'test_structured_object';

const testStructuredObjectHandler: TestStructuredObjectHandler = ({ word }) => ({ word, letters: word.length });

export default testStructuredObjectHandler;
