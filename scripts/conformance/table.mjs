import { printAligned } from '../print-aligned.mjs';

/** Prints what failed and why, then one line a leg and revision. */
export function printTable(suite, rows) {
  for (const row of rows) {
    for (const { name, reason, verdict } of row.scenarios) {
      const scored = reason === undefined ? '' : ` (not scored: ${reason})`;
      const place = `${row.leg} ${row.revision} ${name}${scored}`;
      if (verdict.status !== 'passed') {
        console.log(`${verdict.status === 'failed' ? '✗' : '–'} ${place}`);
        for (const why of verdict.reasons) console.log(`    ${oneLine(why)}`);
      }
      for (const warning of verdict.warnings) console.log(`! ${place}\n    ${oneLine(warning)}`);
    }
    for (const line of row.crash ?? []) console.log(`✗ the server of ${row.revision} ended by itself: ${line}`);
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

function oneLine(text) {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > 400 ? `${flat.slice(0, 400)}…` : flat;
}
