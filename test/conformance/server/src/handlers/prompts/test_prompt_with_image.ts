import type { TestPromptWithImagePromptHandler } from '../../../generated/server/handler.js';
import { RED_PIXEL } from '../../media.js';

export const prompt = 'test_prompt_with_image';

const testPromptWithImagePromptHandler: TestPromptWithImagePromptHandler = () => [
  { role: 'user', content: { type: 'image', data: RED_PIXEL, mimeType: 'image/png' } },
  { role: 'user', content: { type: 'text', text: 'Please analyze the image above.' } },
];

export default testPromptWithImagePromptHandler;
