import type { TestPromptWithEmbeddedResourcePromptHandler } from '../../../generated/server/handler.js';

export const prompt = 'test_prompt_with_embedded_resource';

const testPromptWithEmbeddedResourcePromptHandler: TestPromptWithEmbeddedResourcePromptHandler = ({ resourceUri }) => [
  {
    role: 'user',
    content: {
      type: 'resource',
      resource: { uri: resourceUri, mimeType: 'text/plain', text: 'Embedded resource content for testing.' },
    },
  },
  { role: 'user', content: { type: 'text', text: 'Please process the embedded resource above.' } },
];

export default testPromptWithEmbeddedResourcePromptHandler;
