// `npm run demo`: what a newcomer does in the first minute, in a temporary folder, with the compiler of this checkout.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-demo-')));
const project = join(temporary, 'library-desk');
const children = new Set();
let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, async () => {
    interrupted = true;
    await cleanUp();
    process.exit(1);
  });
}

try {
  await demo();
} catch (error) {
  if (!interrupted) console.error(`\nThe demo failed: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function demo() {
  await step('mcpgen init library-desk', [join(checkout, 'bin', 'run.js'), 'init', 'library-desk'], temporary);
  // A real installation, as everybody's first one: about 30 small packages, mostly from the cache that `npm ci` here has
  // filled. Links into our own node_modules would save seconds, and hide a dependency that the project forgot to name.
  await step('npm install', [npm(), 'install', '--prefer-offline', '--no-audit', '--no-fund']);
  copyFileSync(join(checkout, 'scripts', 'demo', 'conversation.ts'), join(project, 'src', 'conversation.ts'));
  await step('npm run build (mcpgen build, then tsc --strict)', [npm(), 'run', 'build']);

  const server = start('the HTTP server', ['dist/src/main.js', '--http'], { env: { PORT: '0' } });
  const url = await addressOf(server);
  console.log(`• npm run start:http: ${url}`);
  await start('the conversation', ['dist/src/conversation.js', url], { output: 'inherit' }).ended;
  server.child.kill('SIGTERM');
  await server.ended;
  console.log('\n• mcpgen plan, on the contract of the support desk in this checkout:\n');
  const ends = ['--from', 'create_ticket', '--to', 'close_ticket'];
  await start('mcpgen plan', [join(checkout, 'bin', 'run.js'), 'plan', '--dir', checkout, ...ends], {
    output: 'inherit',
  }).ended;
  console.log('\nOne contract, two transports, two eras of the protocol: everything as declared.');
}

/** Runs one command and says how long it took; what it printed is shown only when it failed. */
async function step(title, args, cwd = project) {
  const begin = performance.now();
  const { child, ended } = start(title, args, { cwd });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  try {
    await ended;
  } catch (error) {
    if (!interrupted) process.stderr.write(Buffer.concat(output));
    throw error;
  }
  console.log(`• ${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

/** Starts Node with these arguments. `ended` resolves when it ends well, and rejects otherwise. */
function start(title, args, { env = {}, output = 'pipe', cwd = project } = {}) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${title} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
  // Whoever needs the outcome awaits it, perhaps later than it is known.
  ended.catch(() => undefined);
  const running = { child, ended };
  children.add(running);
  return running;
}

/** The address that the server prints on stderr once it listens. */
function addressOf({ child, ended }) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
      const [url] = /http:\/\/\S+(?=\s)/.exec(said) ?? [];
      if (url !== undefined) resolve(url);
    });
    ended.finally(() => reject(new Error(`the HTTP server ended before it listened: ${said}`))).catch(() => undefined);
  });
}

/** npm's own program, so that it runs without a shell on every system. */
function npm() {
  const found = process.env.npm_execpath;
  if (found === undefined) throw new Error('start it with `npm run demo`');
  return found;
}

/** Ends what still runs, npm's children through npm, and removes the folder when nothing writes to it any more. */
async function cleanUp() {
  for (const { child } of children) child.kill('SIGTERM');
  const all = Promise.allSettled([...children].map(({ ended }) => ended));
  await Promise.race([all, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
  for (const { child } of children) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}
