import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import type { McpServer } from '@modelcontextprotocol/server';
import { compile } from '../../../src/compile.js';
import { createMemoryHost } from '../../../src/host/memory-host.js';
import type { Model } from '../../../src/model/model.js';
import type { ClientOptions } from '../../../src/runtime/client.js';
import type { EnhancedClient } from '../../../src/runtime/enhanced-client.js';
import type { AnyTools } from '../../runtime/support/connect.js';
import { build } from '../../validators/project.js';

/** A project on disk, as plain modules that Node runs. */
export interface BuiltProject {
  readonly folder: string;
  readonly model: Model;
  readonly createClient: (transport: Transport, options?: ClientOptions) => Promise<EnhancedClient<AnyTools>>;
  readonly registerTools: (server: McpServer, handlers: object, options: { services: unknown }) => void;
  readonly handlers: object;
  readonly remove: () => void;
}

/** How a process of the server is reached. */
export const CARRIERS = ['stdio', 'http'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** What serves a project, whatever its own entry file does: over HTTP with an argument, over stdio without. */
const ENTRY = `import { handlers } from './generated/server/handlers.js';
import { createServer, serveHttp, serveStdio } from './generated/server/index.js';
const server = createServer(handlers, { services: {} });
if (process.argv[2] === 'http') console.error('at ' + (await serveHttp(server, { port: 0 })).url);
else serveStdio(server);
`;

/** The files of a project below `test/e2e/fixtures`, by path. */
export function fixture(name: string): Record<string, string> {
  const root = fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.\w+$/.test(path));
  return Object.fromEntries(paths.map((path) => [path.split(sep).join('/'), readFileSync(join(root, path), 'utf8')]));
}

/** Builds a project, and puts it on disk as JavaScript. */
export async function buildProject(project: Readonly<Record<string, string>>): Promise<BuiltProject> {
  const { files, model, diagnostics } = await compile(createMemoryHost(project));
  if (files === undefined || model === undefined) {
    throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  }
  const own = Object.entries(project).filter(([path]) => path.endsWith('.ts'));
  const authored = own.map(([path, text]) => ({ path, kind: 'once' as const, text }));
  const { folder, load, remove } = build([...authored, ...files.filter(({ path }) => project[path] === undefined)]);
  writeFileSync(join(folder, 'serve.js'), ENTRY);
  const client = await load<Pick<BuiltProject, 'createClient'>>('generated/client/index.js');
  const server = await load<Pick<BuiltProject, 'registerTools'>>('generated/server/index.js');
  const { handlers } = await load<{ handlers: object }>('generated/server/handlers.js');
  return { folder, model, createClient: client.createClient, registerTools: server.registerTools, handlers, remove };
}

/** A way to a server of the project that runs in a process of its own, and what ends that process. */
export interface Way extends AsyncDisposable {
  readonly transport: Transport;
}

export async function reach({ folder }: BuiltProject, carrier: Carrier): Promise<Way> {
  const script = join(folder, 'serve.js');
  if (carrier === 'stdio') {
    const transport = new StdioClientTransport({ command: process.execPath, args: [script], stderr: 'ignore' });
    return { transport, [Symbol.asyncDispose]: () => transport.close() };
  }
  const child = spawn(process.execPath, [script, 'http'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(child, 'exit');
  let url = '';
  for await (const line of createInterface(child.stderr)) {
    url = /^at (.*)$/.exec(line)?.[1] ?? '';
    if (url !== '') break;
  }
  child.stderr.resume();
  return {
    transport: new StreamableHTTPClientTransport(new URL(url)),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}
