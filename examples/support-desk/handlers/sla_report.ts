import type { SlaReportHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';
import { slaFigures } from '../sla.js';

export const tool = 'sla_report';

const slaReportHandler: SlaReportHandler<DeskServices> = ({ from, to }, { services: { store, now }, error }) => {
  if (to < from) return error(`The period ends (${to}) before it starts (${from}).`);
  const asOf = now();
  return { asOf: asOf.toISOString(), ...slaFigures(store.state.tickets, from, to, asOf) };
};

export default slaReportHandler;
