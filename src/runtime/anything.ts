/** A schema, as the SDK takes them, that everything matches. */
export const ANYTHING = {
  '~standard': { version: 1, vendor: 'mcpgen', validate: (value: unknown) => ({ value }) },
} as const;
