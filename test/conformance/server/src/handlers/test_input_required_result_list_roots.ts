import type { TestInputRequiredResultListRootsHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_list_roots';

const testInputRequiredResultListRootsHandler: TestInputRequiredResultListRootsHandler = async (_input, { ask }) => {
  const roots = await ask.client_roots();
  return `Roots: ${roots.map(({ uri }) => uri).join(', ')}`;
};

export default testInputRequiredResultListRootsHandler;
