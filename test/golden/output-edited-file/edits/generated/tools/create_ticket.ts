// This was better.
export const better = true;
