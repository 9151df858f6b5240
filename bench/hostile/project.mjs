import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileProject } from '../../scripts/conformance/compile-project.mjs';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

// Answers the bench's question what it has used, which nobody else can ask.
const MAIN = `import { handlers } from '../generated/server/handlers.js';
import { createServer, serveHttp } from '../generated/server/index.js';

const maxToolInputElements = Number(process.env['MAX_ELEMENTS']);
const server = createServer(handlers, { services: {}, ...(maxToolInputElements > 0 && { maxToolInputElements }) });
const { url } = await serveHttp(server, { port: 0 });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rss: process.memoryUsage().rss });
});
process.send?.(url);
`;

/** Builds and compiles a server whose tools take \`value\`, each by a schema of its own. Returns its entry file. */
export function buildProject(folder, schemas) {
  const source = join(folder, 'source');
  mkdirSync(join(source, 'manifests'), { recursive: true });
  mkdirSync(join(source, 'src/handlers'), { recursive: true });
  const config = {
    mcpgen: 1,
    server: { name: 'hostile', version: '1.0.0' },
    targets: ['server'],
    lint: { ruleset: 'none' },
  };
  writeFileSync(join(source, 'mcpgen.yaml'), JSON.stringify(config));
  const tools = Object.entries(schemas).map(([name, inputSchema]) => ({ name, description: name, inputSchema }));
  writeFileSync(join(source, 'manifests/tools.yaml'), JSON.stringify({ tools }));
  for (const { name } of tools) {
    const handler = `export const tool = '${name}';\nexport default () => 'done';\n`;
    writeFileSync(join(source, 'src/handlers', `${name}.ts`), handler);
  }
  writeFileSync(join(source, 'src/main.ts'), MAIN);
  execFileSync(process.execPath, [join(CHECKOUT, 'bin/run.js'), 'build', '--dir', source], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return join(compileProject(source, join(folder, 'compiled')), 'src/main.js');
}
