import { randomUUID } from 'node:crypto';
import type { TestInputRequiredResultTamperedStateHandler } from '../../generated/server/handler.js';

export const tool = 'test_input_required_result_tampered_state';

const testInputRequiredResultTamperedStateHandler: TestInputRequiredResultTamperedStateHandler = async (
  _input,
  { ask, once },
) => {
  const nonce = await once('nonce', () => randomUUID());
  const answer = await ask.confirm();
  return `integrity-ok: ${nonce}, ${answer.action}`;
};

export default testInputRequiredResultTamperedStateHandler;
