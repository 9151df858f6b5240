// Copied by mcpgen from its tested runtime. Do not edit.

import type { PayloadSchema } from './payload.js';

/** What `docs/extensions/core.schema.json` says, without its words: a payload under `org.enhanced-mcp/core` satisfies it. */
export const coreSchema: PayloadSchema = {
  type: 'object',
  required: ['protocolVersion', 'supportedFeatures'],
  properties: {
    protocolVersion: { enum: ['2.0', '1.x'] },
    supportedFeatures: { type: 'array', items: { type: 'string' } },
    compatibilityMode: { enum: ['strict', 'enhanced'] },
    resources: { type: 'boolean' },
    prompts: { type: 'boolean' },
    tools: { type: 'boolean' },
    sampling: { type: 'boolean' },
    securityFramework: { type: 'object' },
    errorRecovery: { type: 'object' },
    collaboration: { type: 'object' },
    humanInterface: { type: 'object' },
  },
};
