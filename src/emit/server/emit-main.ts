import type { AuthorizationModel } from '../../model/authorization.js';
import type { ProjectPaths } from '../../model/model.js';
import type { Need, Prerequisites } from '../../model/prerequisites.js';
import { type Code, lines, list, nothing, ts } from '../code/code.js';
import { propertyKey, stringLiteral } from '../code/literal.js';
import type { EmittedFile } from '../emitted-file.js';
import { relativeImport } from '../relative-import.js';

/** What the entry file has to do beside serving. */
export interface MainOptions {
  /** A workflow that is a tool asks something. */
  readonly hasQuestions?: boolean;
  /** Who may call over HTTP. */
  readonly authorization?: AuthorizationModel | undefined;
  /** Looked for first. */
  readonly prerequisites?: Prerequisites | undefined;
}

/** The entry file, created once: stdio by default, HTTP with `--http`. */
export function emitMain(
  { main, output }: Pick<ProjectPaths, 'main' | 'output'>,
  { hasQuestions = false, authorization, prerequisites }: MainOptions = {},
): EmittedFile {
  const handlers = stringLiteral(relativeImport(main, `${output}/server/handlers.ts`));
  const server = stringLiteral(relativeImport(main, `${output}/server/index.ts`));
  const check = prerequisites === undefined ? nothing : lines(checkOf(prerequisites.services), nothing);
  const names = list([
    ...(authorization === undefined ? [] : [ts`authorize`]),
    ...(prerequisites === undefined ? [] : [ts`checkPrerequisites`]),
    ts`createServer`,
    ...(authorization?.tokens === 'jwt' ? [ts`jwtVerifier`] : []),
    ts`serveHttp`,
    ts`serveStdio`,
  ]);
  const options = hasQuestions
    ? ts`{
  ${lines(ts`services: {},`, prerequisites === undefined ? nothing : ts`prerequisites,`)}
  // What workflows ask before they go on: approval, for one. Until somebody decides, nothing is agreed to.
  ask: () => false,
}`
    : ts`{ ${list([ts`services: {}`, ...(prerequisites === undefined ? [] : [ts`prerequisites`])])} }`;
  const errors =
    authorization?.tokens === 'other'
      ? ts`import { OAuthError, OAuthErrorCode } from '@modelcontextprotocol/server';
`
      : nothing;
  const { text } = ts`${errors}import { handlers } from ${handlers};
import { ${names} } from ${server};

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
${check}  // What handlers share, such as a database, is made here; they find it in ctx.services.
  const server = createServer(handlers, ${options});
  if (process.argv.includes('--http')) {
    ${authorization === undefined ? plain : protectedBy(authorization)}
    console.error(\`Listening on \${url}\`);
  } else {
    serveStdio(server);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
`;
  return { path: main, kind: 'once', text };
}

const plain = ts`const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });`;

/** Tokens are for one address, which only whoever deploys the server knows. */
function protectedBy({ tokens, authorizationServers: [issuer = ''] }: AuthorizationModel): Code {
  const verifier =
    tokens === 'jwt'
      ? ts`const verifier = jwtVerifier({ issuer: ${stringLiteral(issuer)}, audience: resource });`
      : ts`const verifier = {
      // Ask the authorization server what the token allows, and for whom it is: until somebody does, nobody is let in.
      verifyAccessToken: async () => {
        throw new OAuthError(OAuthErrorCode.InvalidToken, 'nobody verifies tokens yet');
      },
    };`;
  return lines(
    ts`const port = Number(process.env['PORT'] ?? 3000);`,
    ts`// The address by which clients know this server: their tokens have to be for it.`,
    ts`const resource = process.env['RESOURCE_URL'] ?? \`http://127.0.0.1:\${port}/mcp\`;`,
    verifier,
    ts`const { url } = await serveHttp(server, { port, ...authorize({ resource, verifier }) });`,
  );
}

function checkOf(services: readonly Need[]): Code {
  const comment = ts`  // Names at once whatever the contract needs and is not there. The values of variables are in prerequisites.environment.`;
  const required = services.filter((each) => each.required);
  if (required.length === 0) {
    return ts`${comment}
  const prerequisites = await checkPrerequisites(${services.length === 0 ? nothing : ts`{}`});
`;
  }
  return ts`${comment}
  const prerequisites = await checkPrerequisites({
    // Better a function that resolves when the service answers, and throws what is wrong when it does not.
    ${lines(required.map(({ name }) => ts`${propertyKey(name)}: 'unchecked',`))}
  });
`;
}
