/** The file at a project's root that makes it one. */
export const configFile = 'mcpgen.yaml';
