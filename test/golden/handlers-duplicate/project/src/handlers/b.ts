export const tool = 'create_ticket';
export default () => 'b';
