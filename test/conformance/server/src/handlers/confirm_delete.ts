import type { ConfirmDeleteHandler } from '../../generated/server/handler.js';

export const tool = 'confirm_delete';

const confirmDeleteHandler: ConfirmDeleteHandler = async ({ filename }, { ask }) => {
  const answer = await ask.confirm({ message: `Delete ${filename}?` });
  return answer.action === 'accept' && answer.content.confirm ? `Deleted ${filename}` : `Kept ${filename}`;
};

export default confirmDeleteHandler;
