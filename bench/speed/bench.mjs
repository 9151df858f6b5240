// `npm run bench`: how fast mcpgen builds, its output compiles, starts and answers, each against the strongest peer in the same run.
//   --quick          fewer rounds, for CI: fails when a ratio is grossly worse than it is known to be
//   --json <file>    the rows for machines
//   --tools <file>   builds of the tools in an answer to tools/list, instead of made ones
//   build | types | server | sizes   only these
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { printAligned } from '../../scripts/print-aligned.mjs';

const sections = {
  build: async (options) => (await import('./build.mjs')).measureBuilds(options),
  types: async (options) => (await import('./type-check.mjs')).measureTypeChecks(options),
  server: async (options) => (await import('./server.mjs')).measureServers(options),
  sizes: async () => (await import('./sizes.mjs')).measureSizes(),
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, tools: { type: 'string' } },
});
const unknown = positionals.find((each) => !Object.hasOwn(sections, each));
if (unknown !== undefined) throw new Error(`there is no section ${unknown}: ${Object.keys(sections).join(', ')}`);

const rows = [];
for (const [name, measure] of Object.entries(sections)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`measuring: ${name}`);
  rows.push(...(await measure(values)));
}

const [cpu] = cpus();
const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${arch()}, Node ${process.version}`;
const verdicts = rows.map(({ bound, ratio, ours }) => {
  if (bound === undefined) return '';
  return (ratio ?? ours) <= bound ? '✓' : '✗';
});
printAligned([
  ['what', 'mcpgen', 'against', 'theirs', 'ratio', 'at most', ''],
  ...rows.map((row, index) => [
    row.what,
    figure(row.ours, row.unit),
    row.against ?? '',
    row.baseline === undefined ? '' : figure(row.baseline, row.unit),
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.bound === undefined ? '' : row.bound.toFixed(2),
    verdicts[index],
  ]),
]);
console.log(`\n${machine}`);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
if (values.quick) {
  // Twice as bad as it may be, or, where that is not reached yet, as it was when this was written.
  const regressed = rows.filter(({ ratio, ours, bound, known = bound }) => (ratio ?? ours) > 2 * (known ?? Infinity));
  for (const { what } of regressed) console.error(`✗ ${what} has become far slower`);
  if (regressed.length > 0) process.exitCode = 1;
}

function figure(value, unit) {
  return unit === ''
    ? value.toFixed(2)
    : `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`;
}
