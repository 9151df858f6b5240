import type { TestStructuredListHandler } from '../../generated/server/handler.js';

export const tool = 'test_structured_list';

const testStructuredListHandler: TestStructuredListHandler = ({ word }) => [...word];

export default testStructuredListHandler;
