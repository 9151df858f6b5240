import { randomUUID } from 'node:crypto';
import type { TestInputRequiredResultRequestStateHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_request_state';

const testInputRequiredResultRequestStateHandler: TestInputRequiredResultRequestStateHandler = async (
  _input,
  { ask, once },
) => {
  const nonce = await once('nonce', () => randomUUID());
  const answer = await ask.confirm();
  return `state-ok: ${nonce}, ${answer.action}`;
};

export default testInputRequiredResultRequestStateHandler;
