import type { Model } from '../../model/model.js';
import { ts } from '../code/code.js';
import { stringLiteral } from '../code/literal.js';
import type { EmittedFile } from '../emitted-file.js';
import { relativeImport } from '../relative-import.js';

/** The entry file, created once: stdio by default, HTTP with `--http`. */
export function emitMain(model: Model): EmittedFile {
  const { main, output } = model.paths;
  const handlers = stringLiteral(relativeImport(main, `${output}/server/handlers.ts`));
  const server = stringLiteral(relativeImport(main, `${output}/server/index.ts`));
  const text = ts`import { handlers } from ${handlers};
import { createServer, serveHttp, serveStdio } from ${server};

// What handlers share, such as a database, goes here; they find it in ctx.services.
const server = createServer(handlers, { services: {} });

if (process.argv.includes('--http')) {
  // PORT=0 takes any free port.
  const { url } = await serveHttp(server, { port: Number(process.env['PORT'] ?? 3000) });
  process.stderr.write('listening on ' + url + '\\n');
} else {
  serveStdio(server);
}
`;
  return { path: main, kind: 'once', text: text.text };
}
