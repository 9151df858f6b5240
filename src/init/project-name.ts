/** Short enough for every host's list of servers, and well below npm's own limit of 214. */
const MAX_LENGTH = 64;

/** What npm, MCP hosts and shells all take as it is. Hosts refuse dots and blanks; npm refuses capitals and a leading `_`. */
const NAME = /^[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?$/;

/** npm refuses a package that depends on its own name, and cannot install into these folders. */
const TAKEN = new Set(['ajv', 'mcpgen', 'node_modules', 'typescript']);

/** Why a text cannot be both `server.name` and the name of an npm package, as the end of a sentence; undefined when it can. */
export function nameProblem(name: string): string | undefined {
  if (name.length === 0) return 'it is empty';
  if (name.length > MAX_LENGTH) return `it has ${name.length} characters, and at most ${MAX_LENGTH} are allowed`;
  if (TAKEN.has(name)) return 'npm refuses it as the name of this package';
  if (!NAME.test(name)) return 'use small letters, digits, `-` and `_`, with a letter or digit at both ends';
  return undefined;
}

/** A folder's name made a valid server name, whatever it is. */
export function nameFromFolder(folder: string): string {
  const name = folder
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replaceAll(/^[-_]+|[-_]+$/g, '');
  if (name === '') return 'mcp-server';
  return TAKEN.has(name) ? `${name}-server` : name;
}

/** The name as people would write it: `support-desk` becomes `Support desk`. */
export function titleFromName(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
