import type { MultiInputHandler } from '../../generated/server/handler.js';

export const tool = 'multi_input';

const multiInputHandler: MultiInputHandler = async (_input, { ask }) => {
  const [name, confirm] = await Promise.all([ask.name(), ask.confirm()]);
  return `Name: ${name.action}, confirmation: ${confirm.action}`;
};

export default multiInputHandler;
