export const tool = 'create_ticket';
export default async (input) => {
  return { id: input.subject ;
};
