import type { WatchedResourceResourceHandler } from '../../../generated/server/handler.js';

export const resource = 'watched-resource';

const watchedResourceResourceHandler: WatchedResourceResourceHandler = () => 'Watched resource content';

export default watchedResourceResourceHandler;
