import type { PeopleTemplateHandler } from '../../../generated/server/handler.js';

export const resourceTemplate = 'people';

const peopleTemplateHandler: PeopleTemplateHandler = async (_variables, ctx) => ctx.notImplemented();

export default peopleTemplateHandler;
