import type { TestMultipleContentTypesHandler } from '../../generated/server/handler.js';
import { RED_PIXEL } from '../media.js';

export const tool = 'test_multiple_content_types';

const testMultipleContentTypesHandler: TestMultipleContentTypesHandler = () => [
  { type: 'text', text: 'Multiple content types test:' },
  { type: 'image', data: RED_PIXEL, mimeType: 'image/png' },
  {
    type: 'resource',
    resource: {
      uri: 'test://mixed-content-resource',
      mimeType: 'application/json',
      text: JSON.stringify({ test: 'data', value: 123 }),
    },
  },
];

export default testMultipleContentTypesHandler;
