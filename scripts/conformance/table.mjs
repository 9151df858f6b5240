import { printAligned } from '../print-aligned.mjs';

const MAX_LINES = 40;

/** Prints what failed and why, then one line a leg and revision. */
export function printTable(suite, rows) {
  for (const row of rows) {
    for (const { name, reason, verdict, said } of row.scenarios) {
      const scored = reason === undefined ? '' : ` (not scored: ${reason})`;
      const place = `${row.leg} ${row.revision} ${name}${scored}`;
      if (verdict.status !== 'passed') {
        console.log(`${verdict.status === 'failed' ? '✗' : '–'} ${place}`);
        for (const why of verdict.reasons) console.log(`    ${oneLine(why)}`);
        if (verdict.status === 'failed') console.log(quoted(said));
      }
      for (const warning of verdict.warnings) console.log(`! ${place}\n    ${oneLine(warning)}`);
    }
    for (const problem of row.problems) console.log(`✗ ${row.leg} ${row.revision}: ${problem}`);
    const isFine = row.problems.length === 0 && row.scenarios.every(({ verdict }) => verdict.status !== 'failed');
    if (!isFine && row.log.length > 0) console.log(`${row.leg} ${row.revision} said:\n${quoted(row.log.join('\n'))}`);
  }
  console.log(`\n${suite}\n`);
  const header = ['leg', 'revision', 'required', 'not scored', 'checks', 'warnings'];
  printAligned([header, ...rows.map(toCells)]);
}

function toCells({ leg, revision, scenarios }) {
  const required = scenarios.filter(({ reason }) => reason === undefined);
  const unscored = scenarios.filter(({ reason }) => reason !== undefined);
  const untestable = unscored.filter(({ verdict }) => verdict.status === 'untestable').length;
  const sum = (pick) => scenarios.reduce((total, { verdict }) => total + pick(verdict), 0);
  return [
    leg,
    revision,
    passedOf(required),
    passedOf(unscored) + (untestable === 0 ? '' : `, ${untestable} untestable`),
    `${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed`,
    String(sum(({ warnings }) => warnings.length)),
  ];
}

function passedOf(scenarios) {
  return `${scenarios.filter(({ verdict }) => verdict.status === 'passed').length} of ${scenarios.length}`;
}

/** The end of what was printed, indented. */
function quoted(text) {
  const lines = text.trimEnd().split('\n').slice(-MAX_LINES);
  return lines.map((line) => `    | ${line.slice(0, 400)}`).join('\n');
}

function oneLine(text) {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 400 ? `${flat.slice(0, 400)}…` : flat;
}
