import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PACKAGE = '@modelcontextprotocol/inspector';
const { dependencies } = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8'));

export const VERSION = dependencies[PACKAGE];

/**
 * The command line of the Inspector, as a function of its arguments. It is large and needs a newer Node than this project: npm
 * installs it into a folder of its own, as its lock file says, and it runs under the newest LTS.
 */
export function openInspector(checkout) {
  const apart = join(checkout, 'node_modules/.cache', `inspector-${VERSION}`);
  const main = join(apart, 'node_modules', PACKAGE, 'clients/launcher/build/index.js');
  if (!existsSync(main)) install(apart);
  const node = execFileSync(
    process.execPath,
    [join(checkout, 'scripts/with-node-lts.mjs'), 'node', '-p', 'process.execPath'],
    { encoding: 'utf8' },
  ).trim();
  // Dozens of processes load the same programs.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(apart, 'compiled') };
  return { node, ask: (args) => run(node, [main, '--cli', ...args, '--format', 'json', '--quiet'], env) };
}

function install(folder) {
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(HERE, file), join(folder, file));
  const isWindows = process.platform === 'win32';
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline'];
  // `npm ci` would want what is optional elsewhere in the lock file, too.
  execFileSync(isWindows ? 'npm.cmd' : 'npm', ['install', ...options], {
    cwd: folder,
    stdio: 'inherit',
    shell: isWindows,
  });
}

/** The result of one request. The Inspector ends with a code of its own when a tool answers with isError; what it printed counts. */
function run(node, args, env) {
  return new Promise((resolve, reject) => {
    const options = { env, maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
    execFile(node, args, options, (error, stdout, stderr) => {
      const result = resultIn(stdout);
      if (result !== undefined) resolve(result);
      else reject(new Error(`${stdout}${stderr}`.trim() || String(error)));
    });
  });
}

function resultIn(text) {
  try {
    return JSON.parse(text).result;
  } catch {
    return undefined;
  }
}
