export const tool = ;
