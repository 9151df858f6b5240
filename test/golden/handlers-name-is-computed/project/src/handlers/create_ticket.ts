const prefix = 'create';
export const tool = `${prefix}_ticket`;
export default () => 'created';
