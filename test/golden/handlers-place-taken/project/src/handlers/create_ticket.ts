export const tool = 'close_ticket';
export default () => 'closed';
