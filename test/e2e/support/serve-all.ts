import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { emitted } from './compilers.js';

/** The entry file of a project that `typeCheck` has emitted. */
export function emittedMain(folder: string, name: string): string {
  return join(folder, emitted, name, 'src/main.js');
}

/** All emitted projects, served over HTTP by one process. */
export interface HttpServers {
  readonly urls: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

export async function serveAll(folder: string, names: readonly string[]): Promise<HttpServers> {
  const script = fileURLToPath(new URL('../fixtures/serve-all.mjs', import.meta.url));
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [script, join(folder, emitted), ...names]);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const exit = once(child, 'exit');
  const { value, done } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (done === true) throw new Error(`the servers did not start: ${errors}`);
  const close = async (): Promise<void> => {
    child.stdin.end();
    const [code] = await exit;
    if (code !== 0 || errors !== '') throw new Error(`the servers ended with ${String(code)} and said: ${errors}`);
  };
  return { urls: JSON.parse(value) as Record<string, string>, close };
}
