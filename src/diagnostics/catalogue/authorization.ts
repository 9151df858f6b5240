import { entry } from './entry.js';

export const authorizationEntries = {
  'authorization/not-declared': entry<{ owner: string }>({
    severity: 'error',
    message: ({ owner }) => `${owner} asks for a scope, and mcpgen.yaml says nothing about authorization`,
    help: () => 'add `authorization:` to mcpgen.yaml, or remove `scopes`: nobody would enforce them',
  }),
  'authorization/unknown-scope': entry<{ scope: string; owner: string }>({
    severity: 'error',
    message: ({ scope, owner }) =>
      `${owner} asks for the scope ${JSON.stringify(scope)}, which \`authorization.scopes\` does not have`,
    help: () => 'add it to `authorization.scopes` in mcpgen.yaml, with what it allows',
  }),
  'authorization/scope-syntax': entry<{ scope: string }>({
    severity: 'error',
    message: ({ scope }) => `${JSON.stringify(scope)} cannot be the name of a scope`,
    help: () => 'use visible ASCII characters other than `"` and `\\`, without spaces (RFC 6749, section 3.3)',
  }),
  'authorization/server-url': entry<{ url: string; problem: string }>({
    severity: 'error',
    message: ({ url, problem }) => `the authorization server ${JSON.stringify(url)} ${problem}`,
    help: () => 'write its issuer: an `https:` URL without query and fragment; `http:` is for this machine alone',
  }),
  'authorization/offline-access': entry({
    severity: 'warning',
    message: () => '`offline_access` says nothing about what a caller may do here',
    help: () => 'remove it: it is between a client and the authorization server, and clients ask for it themselves',
  }),
  'authorization/no-token-package': entry<{ name: string }>({
    severity: 'warning',
    message: ({ name }) =>
      `signed tokens are verified with the package ${JSON.stringify(name)}, and package.json does not ask for it`,
    help: ({ name }) => `run \`npm install ${name}@6\`, or say \`tokens: other\``,
  }),
};
