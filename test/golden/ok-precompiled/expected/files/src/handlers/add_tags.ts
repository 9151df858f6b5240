import type { AddTagsHandler } from '../../generated/server/handler.js';

export const tool = 'add_tags';

/** Adds tags to a ticket. */
const addTagsHandler: AddTagsHandler = async (_input, ctx) => ctx.notImplemented();

export default addTagsHandler;
