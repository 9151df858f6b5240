import type { TestXMcpHeaderHandler } from '../../generated/server/handler.js';

export const tool = 'test_x_mcp_header';

const testXMcpHeaderHandler: TestXMcpHeaderHandler = ({ region, level }) =>
  `Region ${region ?? 'unknown'}, level ${level ?? 'unknown'}.`;

export default testXMcpHeaderHandler;
