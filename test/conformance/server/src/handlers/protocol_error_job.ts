import { ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import type { ProtocolErrorJobHandler } from '../../generated/server/handler.js';

export const tool = 'protocol_error_job';

const protocolErrorJobHandler: ProtocolErrorJobHandler = () => {
  throw new ProtocolError(ProtocolErrorCode.InternalError, 'The job broke the protocol');
};

export default protocolErrorJobHandler;
