import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { packageRoot } from '../../../src/host/package-assets.js';

/** How a command ended and what it printed. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built `mcpgen` (`npm run build` first) in a folder. */
export async function mcpgen(folder: string, ...args: readonly string[]): Promise<Outcome> {
  return mcpgenWith({}, folder, ...args);
}

/** As `mcpgen`, with more in its environment. */
export async function mcpgenWith(
  more: Readonly<Record<string, string>>,
  folder: string,
  ...args: readonly string[]
): Promise<Outcome> {
  const env = { ...process.env, NO_COLOR: '1', ...more };
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn(process.execPath, [join(packageRoot, 'bin/run.js'), ...args], {
    cwd: folder,
    env,
    stdio: [...stdio],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve).once('error', reject);
  });
  if (child.stdout === null || child.stderr === null) throw new Error('the output is not a pipe');
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}
