import type { AddCommentHandler } from '../../../generated/server/handler.js';
import { addComment } from '../comments.js';
import type { DeskServices } from '../services.js';

export const tool = 'add_comment';

const addCommentHandler: AddCommentHandler<DeskServices> = (input, { services: { store, now } }) =>
  store.update((state) => addComment(state, input, now()));

export default addCommentHandler;
