import type { StaticTextResourceHandler } from '../../../generated/server/handler.js';

export const resource = 'static-text';

const staticTextResourceHandler: StaticTextResourceHandler = () => 'This is the content of the static text resource.';

export default staticTextResourceHandler;
