import type { TestEmbeddedResourceHandler } from '../../generated/server/handler.js';

export const tool = 'test_embedded_resource';

const testEmbeddedResourceHandler: TestEmbeddedResourceHandler = () => [
  {
    type: 'resource',
    resource: {
      uri: 'test://embedded-resource',
      mimeType: 'text/plain',
      text: 'This is an embedded resource content.',
    },
  },
];

export default testEmbeddedResourceHandler;
