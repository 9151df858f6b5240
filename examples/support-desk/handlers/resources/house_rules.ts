import type { HouseRulesResourceHandler } from '../../../../generated/server/handler.js';
import { houseRules } from '../../house-rules.js';

export const resource = 'house_rules';

const houseRulesResourceHandler: HouseRulesResourceHandler = () => houseRules;

export default houseRulesResourceHandler;
