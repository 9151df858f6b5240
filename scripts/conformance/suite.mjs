import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const SHIM = new URL('./glob-shim.mjs', import.meta.url).href;
const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/conformance/package.json');
const { bin, version } = JSON.parse(readFileSync(manifest, 'utf8'));
const MAIN = join(dirname(manifest), typeof bin === 'string' ? bin : Object.values(bin)[0]);
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What a scenario may take, in milliseconds. Clients wait for each other and then have the limit of in-turn.mjs, so theirs is only
 * there to end it all; a server answers at once, but the machine may be busy.
 */
const TIMEOUT = { client: 420_000, server: 120_000 };

export const SUITE = `@modelcontextprotocol/conformance ${version}`;

/** The scenarios of a revision by leg ('server' or 'client'), in the order of the suite; what is not scored has a reason. */
export async function scenariosOf(revision) {
  const { output } = await run(['list', '--requirements', revision]);
  const legs = { server: [], client: [] };
  let leg;
  let reason;
  for (const line of output.split('\n')) {
    if (line.startsWith('Server scenarios')) leg = 'server';
    else if (line.startsWith('Client scenarios')) leg = 'client';
    else if (line.startsWith('Run and reported')) leg = undefined;
    const unscored = /^ {4}- (\S+) \[(server|client)\]$/.exec(line);
    const required = /^ {2}- (\S+)$/.exec(line);
    const group = /^ {2}(\S+) \(\d+\):$/.exec(line);
    if (group !== null) reason = group[1];
    if (unscored !== null) legs[unscored[2]].push({ name: unscored[1], reason });
    if (required !== null && leg !== undefined) legs[leg].push({ name: required[1] });
  }
  return legs;
}

/**
 * Runs one leg of a revision, or one scenario of it. Resolves to what was checked and what was said, by scenario; one that could not
 * be run has no entry. `log` is what the suite printed, and `code` what it ended with.
 */
export async function runLeg(leg, target, revision, folder, scenario) {
  mkdirSync(folder, { recursive: true });
  const choice =
    scenario === undefined
      ? ['--requirements', revision]
      : ['--scenario', scenario, '--spec-version', revision, '--force'];
  const options = [leg === 'server' ? '--url' : '--command', target, '--timeout', String(TIMEOUT[leg]), '-o', folder];
  const { output, code } = await run([leg, ...options, ...choice]);
  const results = new Map();
  for (const file of readdirSync(folder, { recursive: true }).map(String)) {
    // <leg>-<scenario>-<time>/checks.json, with the leg for servers only; a scenario's name may hold a slash.
    const match = /^(?:server-)?(.*)-\d{4}-\d\d-\d\dT[^/]*\/checks\.json$/.exec(file.split(sep).join('/'));
    if (match === null) continue;
    const path = join(folder, file);
    results.set(match[1], {
      checks: JSON.parse(readFileSync(path, 'utf8')),
      said:
        leg === 'server' ? partOf(output, match[1]) : ['stdout', 'stderr'].map((it) => textBeside(path, it)).join(''),
    });
  }
  return { results, log: output, code };
}

/** What the suite printed about one scenario of a server. */
function partOf(output, scenario) {
  const begin = output.indexOf(`=== Running scenario: ${scenario} ===`);
  return begin < 0 ? output : (output.slice(begin).split(/\n\n?=== /, 2)[0] ?? '');
}

/** What a client printed: the suite keeps it next to the checks. */
function textBeside(path, stream) {
  const file = join(dirname(path), `${stream}.txt`);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

async function run(args) {
  const child = spawn(process.execPath, ['--import', SHIM, MAIN, ...args], {
    cwd: CHECKOUT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { output: out + err, code: await code };
}
