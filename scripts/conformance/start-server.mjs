import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Starts a server of a compiled project that says where it listens, on any free port of this machine. */
export async function startServer(main, args = ['--http']) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  const said = [];
  const lines = createInterface(child.stderr);
  const url = await new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      said.push(line);
      const address = /^listening on (http\S+)/i.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    exited.then(([code]) => reject(new Error(`the server ended with ${code}:\n${said.join('\n')}`)), reject);
  });
  return {
    url,
    /** What the server wrote to stderr after it listened. */
    said: () => said.slice(1),
    /** Whether it was still running when it was told to end. */
    stop: async () => {
      const wasRunning = child.exitCode === null && child.signalCode === null;
      child.kill('SIGTERM');
      await exited;
      return wasRunning;
    },
  };
}
