import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { emitted, type TypeCheck, typeCheck } from '../e2e/support/compilers.js';
import { build } from '../e2e/support/small-project.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** How schemas become code in a project. */
export const modes = ['lazy', 'precompiled'] as const;
export type Mode = (typeof modes)[number];

export const carriers = ['stdio', 'http'] as const;
export type Carrier = (typeof carriers)[number];

/** The project beside this file, built by mcpgen in each mode. */
export interface Projects {
  readonly typeCheck: (check: TypeCheck, emit: boolean) => Promise<string>;
  readonly remove: () => void;
  readonly folder: string;
}

export async function buildProjects(): Promise<Projects> {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  for (const mode of modes) {
    const project = join(folder, mode);
    cpSync(join(import.meta.dirname, 'project'), project, { recursive: true });
    const server = 'server: { name: flows, version: 1.0.0 }';
    writeFileSync(
      join(project, 'mcpgen.yaml'),
      `mcpgen: 1\n${server}\nvalidators: ${mode}\ntargets: [server, client]\nlint: { ruleset: none }\n`,
    );
    await build(project);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return {
    folder,
    typeCheck: (check, emit) => typeCheck(folder, check, emit),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

type Method = (input: object, options?: object) => Promise<unknown>;

/** What the generated client has, as far as these tests call it by name. */
export interface Client {
  readonly tools: Readonly<Record<string, Method>>;
  readonly workflows: Readonly<Record<string, Method>>;
  readonly close: () => Promise<void>;
}

/** A server process of the project, which any number of clients of both eras may reach. */
export interface Server {
  readonly connect: (era: 'modern' | 'legacy') => Promise<Client>;
  readonly stop: () => Promise<void>;
}

/** Where code cannot be made from strings, as `precompiled` promises to run. */
const flags: Readonly<Record<Mode, readonly string[]>> = {
  lazy: [],
  precompiled: ['--disallow-code-generation-from-strings'],
};

export async function startServer({ folder }: Projects, mode: Mode, carrier: Carrier): Promise<Server> {
  const compiled = join(folder, emitted, mode);
  const args = [...flags[mode], join(compiled, 'src/main.js')];
  const { createClient }: { createClient: (transport: Transport, options: object) => Promise<Client> } = await import(
    /* @vite-ignore */ pathToFileURL(join(compiled, 'generated/client/index.js')).href
  );
  if (carrier === 'stdio') {
    return {
      connect: (era) => createClient(new StdioClientTransport({ command: process.execPath, args }), { era }),
      stop: async () => undefined,
    };
  }
  const child = spawn(process.execPath, [...args, '--http'], { stdio: ['ignore', 'inherit', 'pipe'] });
  const [url]: unknown[] = await once(createInterface(child.stderr), 'line');
  return {
    connect: (era) => createClient(new StreamableHTTPClientTransport(new URL(String(url))), { era }),
    stop: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}
