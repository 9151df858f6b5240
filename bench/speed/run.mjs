// Runs a Node program to its end and says what it took.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const usage = fileURLToPath(new URL('usage.cjs', import.meta.url));

/**
 * What one run took: `wall` and `cpu` in milliseconds, of the process and those that it started, and `peak`, the largest resident
 * memory of one of them in MiB, beside its `stdout`. Throws, with what the program said, when it ends with anything but 0.
 */
export function run(args, { cwd, env = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'mcpgen-bench-'));
  const file = join(folder, 'usage');
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', usage, ...args], {
    cwd,
    env: { ...process.env, BENCH_USAGE: file, NODE_OPTIONS: '', ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${`${stdout}${stderr}`.slice(-2_000)}`);
  const used = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  rmSync(folder, { recursive: true });
  return {
    wall,
    cpu: used.reduce((sum, each) => sum + each.cpu, 0),
    peak: Math.max(...used.map((each) => each.peak)),
    stdout,
  };
}

/**
 * Runs contestants in turn, `rounds` times: what the machine does beside is the same for all. Gives each one's medians, and `ratio(a, b, unit)`, the median over the rounds of the
 * quotients.
 */
export async function compete(contestants, rounds) {
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, contestant] of Object.entries(contestants)) results[name].push(await contestant());
  }
  return {
    median: (name, unit) => median(results[name].map((each) => each[unit])),
    ratio: (a, b, unit) => median(results[a].map((each, round) => each[unit] / results[b][round][unit])),
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
