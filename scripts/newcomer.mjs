// `npm run newcomer`: how long a newcomer waits, from an empty folder with a cold npm cache to the first tools/list that a host
// gets answered, and how much is installed for it. Once as from the registry (the package that `npm pack` makes), once as
// from a checkout (`file:`). No step has a terminal or a stdin, so that a question would fail. `--runs 3` repeats it.
import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const checkout = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '1' } } });
const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('start it with `npm run newcomer`');

const temporary = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-newcomer-')));
try {
  const tarball = pack();
  for (const [title, measure] of [
    ['from the package', () => fromPackage(tarball)],
    ['from a checkout', fromCheckout],
  ]) {
    const runs = [];
    for (let run = 0; run < Number(values.runs); run++) runs.push(await measure());
    print(title, runs);
  }
} finally {
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}

/** The package as it would be published. `prepack` and the like are not run: build first. */
function pack() {
  const args = [npm, 'pack', '--ignore-scripts', '--json', '--pack-destination', temporary];
  const [{ filename, size, unpackedSize }] = JSON.parse(run(args, checkout));
  console.log(`mcpgen itself: ${kilobytes(size)} packed, ${kilobytes(unpackedSize)} unpacked\n`);
  return join(temporary, filename);
}

/** `npx mcpgen init`, then what it says comes next. The project's mcpgen is the package too: it is not published yet. */
async function fromPackage(tarball) {
  const place = newPlace();
  const steps = {};
  await timed(steps, 'npx mcpgen init', () =>
    place.run([npm, 'exec', '--yes', `--package=${tarball}`, '--', 'mcpgen', 'init', 'desk'], place.folder),
  );
  const file = join(place.project, 'package.json');
  const described = JSON.parse(readFileSync(file, 'utf8'));
  described.devDependencies.mcpgen = `file:${tarball}`;
  writeFileSync(file, JSON.stringify(described, undefined, 2));
  return { steps, ...(await installBuildAndList(place, steps)) };
}

async function fromCheckout() {
  const place = newPlace();
  const steps = {};
  await timed(steps, 'mcpgen init', () => place.run([join(checkout, 'bin', 'run.js'), 'init', 'desk'], place.folder));
  return { steps, ...(await installBuildAndList(place, steps)) };
}

async function installBuildAndList({ project, run }, steps) {
  await timed(steps, 'npm install', () => run([npm, 'install', '--no-audit', '--no-fund'], project));
  await timed(steps, 'npm run build', () => run([npm, 'run', 'build'], project));
  await timed(steps, 'first tools/list', () => listTools(project));
  return installed(join(project, 'node_modules'));
}

/** An empty folder, and an npm that has never been used. */
function newPlace() {
  const folder = mkdtempSync(join(temporary, 'place-'));
  const cache = join(folder, 'npm-cache');
  const work = join(folder, 'work');
  mkdirSync(work);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_cache$/i.test(name)));
  return {
    folder: work,
    project: join(work, 'desk'),
    run: (args, cwd) => run(args, cwd, { ...env, npm_config_cache: cache }),
  };
}

/** Runs Node without a terminal and without a stdin; gives back its stdout, and throws with all that it said when it fails. */
function run(args, cwd, env = process.env) {
  const options = { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  try {
    return execFileSync(process.execPath, args, options);
  } catch (error) {
    throw new Error(`${args.join(' ')} failed\n${error.stdout}${error.stderr}`);
  }
}

async function timed(steps, name, work) {
  const begin = performance.now();
  await work();
  steps[name] = (performance.now() - begin) / 1000;
}

/** Starts the server as `.mcp.json` says, and asks as most hosts do today: `initialize`, then `tools/list`. */
async function listTools(project) {
  const { mcpServers } = JSON.parse(readFileSync(join(project, '.mcp.json'), 'utf8'));
  const [{ command, args }] = Object.values(mcpServers);
  const child = spawn(command, args, { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] });
  const send = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const clientInfo = { name: 'newcomer', version: '1.0.0' };
  send({ id: 0, method: 'initialize', params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo } });
  let tools;
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, result } = JSON.parse(line);
    if (id === 0) {
      send({ method: 'notifications/initialized' });
      send({ id: 1, method: 'tools/list' });
    } else if (id === 1) {
      tools = result.tools;
      child.stdin.end();
    }
  }
  if (tools?.[0]?.name !== 'find_books') throw new Error(`the server listed ${JSON.stringify(tools)}`);
}

/** Packages and megabytes below a node_modules folder; what it links to is elsewhere. */
function installed(folder) {
  const { packages } = JSON.parse(readFileSync(join(folder, '.package-lock.json'), 'utf8'));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const bytes = files.reduce((sum, each) => sum + statSync(join(each.parentPath ?? each.path, each.name)).size, 0);
  const names = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link);
  return { packages: names.length, megabytes: Math.round(bytes / 1e6) };
}

function print(title, runs) {
  const [{ steps, packages, megabytes }] = runs;
  console.log(`${title}: ${packages} packages, ${megabytes} MB in node_modules`);
  const sum = ({ steps: each }) => Object.values(each).reduce((a, b) => a + b, 0);
  for (const name of Object.keys(steps))
    line(
      name,
      runs.map((each) => each.steps[name]),
    );
  line('in all', runs.map(sum));
  console.log();
}

function line(name, seconds) {
  const sorted = [...seconds].sort((a, b) => a - b);
  const spread = sorted.length > 1 ? `   median ${sorted[Math.floor(sorted.length / 2)].toFixed(1)} s` : '';
  console.log(`  ${name.padEnd(18)}${sorted[0].toFixed(1).padStart(6)} s${spread}`);
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} kB`;
}
