import type { ProjectPaths } from '../../model/model.js';
import { ts } from '../code/code.js';
import { stringLiteral } from '../code/literal.js';
import type { EmittedFile } from '../emitted-file.js';
import { relativeImport } from '../relative-import.js';

/** The entry file, created once: stdio by default, HTTP with `--http`. `hasQuestions`: a workflow that is a tool asks something. */
export function emitMain({ main, output }: Pick<ProjectPaths, 'main' | 'output'>, hasQuestions = false): EmittedFile {
  const handlers = stringLiteral(relativeImport(main, `${output}/server/handlers.ts`));
  const server = stringLiteral(relativeImport(main, `${output}/server/index.ts`));
  const options = hasQuestions
    ? ts`{
  services: {},
  // What workflows ask before they go on: approval, for one. Until somebody decides, nothing is agreed to.
  ask: () => false,
}`
    : ts`{ services: {} }`;
  const { text } = ts`import { handlers } from ${handlers};
import { createServer, serveHttp, serveStdio } from ${server};

// On stdio, stdout belongs to the protocol: whatever is meant for people goes to stderr.
async function main(): Promise<void> {
  // What handlers share, such as a database, is made here; they find it in ctx.services.
  const server = createServer(handlers, ${options});
  if (process.argv.includes('--http')) {
    const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });
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
