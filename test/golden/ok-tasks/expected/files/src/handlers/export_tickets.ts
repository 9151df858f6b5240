import type { ExportTicketsAsk } from '../../generated/server/handler.js';

export const tool = 'export_tickets';

/** Exports all tickets as CSV. */
const exportTicketsAsk: ExportTicketsAsk = async (_input, ctx) => ctx.notImplemented();

export default exportTicketsAsk;
