// `npm run bench`: how fast mcpgen builds, its output compiles, starts and answers, each against the strongest peer in the same run.
//   --quick          fewer rounds, and only gross regressions fail: a ratio beyond twice its bound
//   --json <file>    the rows for machines
//   build | types | server   only these
import { writeFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { printAligned } from '../../scripts/print-aligned.mjs';

const sections = {
  build: async (options) => (await import('./build.mjs')).measureBuilds(options),
  types: async (options) => (await import('./type-check.mjs')).measureTypeChecks(options),
};
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' } },
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
const tolerance = values.quick ? 2 : 1;
const verdicts = rows.map(({ bound, ratio, ours }) => {
  if (bound === undefined) return '';
  return (ratio ?? ours) <= bound * tolerance ? '✓' : '✗';
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
const missed = rows.filter((_, index) => verdicts[index] === '✗');
if (missed.length > 0) {
  console.error(`${missed.length} of ${rows.filter(({ bound }) => bound !== undefined).length} bounds do not hold`);
  process.exitCode = 1;
}

function figure(value, unit) {
  return unit === ''
    ? value.toFixed(2)
    : `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ${unit}`;
}
