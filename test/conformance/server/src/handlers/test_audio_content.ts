import type { TestAudioContentHandler } from '../../generated/server/handler.js';
import { SILENCE } from '../media.js';

export const tool = 'test_audio_content';

const testAudioContentHandler: TestAudioContentHandler = () => [
  { type: 'audio', data: SILENCE, mimeType: 'audio/wav' },
];

export default testAudioContentHandler;
