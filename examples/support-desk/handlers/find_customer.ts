import type { FindCustomerHandler } from '../../../generated/server/handler.js';
import type { DeskServices } from '../services.js';

export const tool = 'find_customer';

const findCustomerHandler: FindCustomerHandler<DeskServices> = ({ email }, { services: { store } }) =>
  store.state.customers.find((customer) => customer.email.toLowerCase() === email.toLowerCase()) ?? null;

export default findCustomerHandler;
