import type { SendMailHandler } from '../../generated/server/handler.js';

export const tool = 'send_mail';

/** Tells the buyer about an order. */
const sendMailHandler: SendMailHandler = async (_input, ctx) => ctx.notImplemented();

export default sendMailHandler;
