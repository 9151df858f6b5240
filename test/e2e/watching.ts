import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../../src/host/package-assets.js';

/** `mcpgen build --watch` in a process of its own. */
export interface Watching {
  /** All that it has printed. */
  output(): string;
  /** How many builds it has reported. */
  builds(): number;
  /** Resolves with what was printed since the change, once the condition holds; by default, once a build has been reported. */
  after(change: () => void, isDone?: (printed: string) => boolean): Promise<string>;
  /** Sends signals, and resolves with the exit code, or the signal that it died of. */
  end(...signals: NodeJS.Signals[]): Promise<number | NodeJS.Signals | null>;
}

/** The line that ends the report of every build. */
export const endOfBuild = 'watching for changes\n';

/** Starts the built compiler (`npm run build` first); resolves after its first build. */
export async function startWatching(folder: string, nodeArguments: readonly string[] = []): Promise<Watching> {
  const child = spawn(process.execPath, [...nodeArguments, join(packageRoot, 'bin/run.js'), 'build', '--watch'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const readers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      for (const read of readers) read();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal)),
  );
  const after: Watching['after'] = (change, isDone = (printed) => printed.includes(endOfBuild)) => {
    const start = output.length;
    return new Promise((resolve, reject) => {
      const read = () => {
        const printed = output.slice(start);
        if (!isDone(printed)) return;
        readers.delete(read);
        resolve(printed);
      };
      readers.add(read);
      void ended.then((how) => reject(new Error(`the watch ended (${how}):\n${output}`)));
      change();
      read();
    });
  };
  await after(() => undefined);
  return {
    output: () => output,
    builds: () => output.split(endOfBuild).length - 1,
    after,
    end: (...signals) => {
      for (const signal of signals) child.kill(signal);
      return ended;
    },
  };
}

/** As many editors save: the whole file beside the old one, and then in its place. */
export function save(folder: string, path: string, text: string): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(`${full}~`, text);
  renameSync(`${full}~`, full);
}

/** A manifest with one tool. */
export function manifest(name: string, description: string): string {
  return `tools:
  - name: ${name}
    description: ${description}
    inputSchema:
      type: object
      properties:
        id: { type: string, minLength: 1 }
        state: { enum: [open, closed] }
      required: [id]
    outputSchema:
      type: object
      properties:
        done: { type: boolean }
      required: [done]
`;
}

/** Writes a project with so many tools, `tool_0` and on, each in a manifest of its own. */
export function writeProject(folder: string, tools: number): void {
  save(folder, 'mcpgen.yaml', config());
  for (let index = 0; index < tools; index++) {
    save(folder, `manifests/tool_${index}.yaml`, manifest(`tool_${index}`, `Does thing ${index}.`));
  }
}

/** mcpgen.yaml, with its folders where they are told to be. */
export function config(folders: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries(folders).map(([key, path]) => `${key}: ${path}\n`);
  return `mcpgen: 1\nserver:\n  name: watched\n  version: 0.1.0\n${lines.join('')}`;
}
