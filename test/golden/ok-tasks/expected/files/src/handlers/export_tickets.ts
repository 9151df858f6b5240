import type { ExportTicketsHandler } from '../../generated/server/handler.js';

export const tool = 'export_tickets';

/** Exports all tickets as CSV. */
const exportTicketsHandler: ExportTicketsHandler = async (_input, ctx) => ctx.notImplemented();

export default exportTicketsHandler;
