import type { TestInputRequiredResultCapabilitiesHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_capabilities';

const testInputRequiredResultCapabilitiesHandler: TestInputRequiredResultCapabilitiesHandler = async (
  _input,
  { ask },
) => {
  const answers = await Promise.all([ask.elicit_input(), ask.sample_input()]);
  return `capabilities-ok: ${JSON.stringify(answers)}`;
};

export default testInputRequiredResultCapabilitiesHandler;
