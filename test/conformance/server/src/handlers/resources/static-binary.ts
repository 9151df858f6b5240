import type { StaticBinaryResourceHandler } from '../../../generated/server/handler.js';
import { RED_PIXEL } from '../../media.js';

export const resource = 'static-binary';

const staticBinaryResourceHandler: StaticBinaryResourceHandler = () => Buffer.from(RED_PIXEL, 'base64');

export default staticBinaryResourceHandler;
