import type { CreateTicketHandler } from '../../generated/server/handler.js';

export const tool = 'create_ticket';

const handler: CreateTicketHandler = () => 'created';
export default handler;
