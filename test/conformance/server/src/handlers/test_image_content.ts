import type { TestImageContentHandler } from '../../generated/server/handler.js';
import { RED_PIXEL } from '../media.js';

export const tool = 'test_image_content';

const testImageContentHandler: TestImageContentHandler = () => [
  { type: 'image', data: RED_PIXEL, mimeType: 'image/png' },
];

export default testImageContentHandler;
