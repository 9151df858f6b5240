import type { HouseRulesResourceHandler } from '../../../generated/server/handler.js';

export const resource = 'House rules';

/** How tickets are answered. */
const houseRulesResourceHandler: HouseRulesResourceHandler = async (ctx) => ctx.notImplemented();

export default houseRulesResourceHandler;
