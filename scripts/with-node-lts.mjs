// `node scripts/with-node-lts.mjs <command> [arguments]` runs a command under the newest Node LTS, whatever Node the machine has;
// NODE_LTS=24.9.0 before it takes another version. The binary is an npm package of one platform and stays in npm's own cache:
// nothing else of the machine changes. npm remains the one that is there, run by that Node.
import { execFileSync, spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';

const version = process.env.NODE_LTS ?? '26.10.0';
const isWindows = process.platform === 'win32';

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error('usage: node scripts/with-node-lts.mjs <command> [arguments]');
  process.exit(2);
}
const path = `${dirname(locateNode())}${delimiter}${process.env.PATH}`;
// On Windows npm and npx are scripts, which only a shell finds.
const child = spawn(command, args, { stdio: 'inherit', shell: isWindows, env: { ...process.env, PATH: path } });
child.once('error', (error) => {
  console.error(`cannot run ${command}: ${error.message}`);
  process.exitCode = 127;
});
child.once('exit', (code, signal) => {
  process.exitCode = code;
  if (signal === null) return;
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
// The command decides how it ends. A terminal's Ctrl-C reaches it as well, without our help.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));

/** Where npm keeps the binary, which it fetches the first time. The package `node` would do the same in an install script. */
function locateNode() {
  const { platform, arch } = process;
  const system = isWindows ? 'win' : platform;
  const name = `${platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'}-${system}-${arch}`;
  const options = ['exec', '--yes', '--ignore-scripts', '--loglevel=error', `--package=${name}@${version}`];
  return execFileSync('npm', [...options, '--', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    shell: isWindows,
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim();
}
