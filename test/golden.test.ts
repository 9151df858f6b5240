import { expect, test } from 'vitest';
import { visible } from '../src/diagnostics/reporters/visible.js';
import { expectFile } from './support/golden/expectations.js';
import { type Finding, findingsOfGithub, findingsOfJson, findingsOfSarif } from './support/golden/findings.js';
import { readCases } from './support/golden/golden-case.js';
import { runCase } from './support/golden/run-case.js';
import { sarifValidator } from './support/golden/sarif-schema.js';
import { scrub, scrubReport, transcript } from './support/golden/transcript.js';

// How a case is made stands in test/golden/README.md.

const { mistakes } = readCases();
const isSarif = sarifValidator();

test('there are many cases', () => {
  expect(mistakes.length).toBeGreaterThan(100);
});

test.each(mistakes)('$name', async (golden) => {
  const { report, rendered, exitCode } = await runCase(golden);

  const pretty = transcript(golden.argv, rendered.pretty, exitCode);
  expectFile(`${golden.folder}/expected/pretty.txt`, pretty);
  expectFile(`${golden.folder}/expected/report.json`, scrubReport(rendered.json.stdout));
  for (const { stdout, stderr } of Object.values(rendered)) {
    expect(stdout + stderr).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  }

  const findings = findingsOfJson(rendered.json.stdout);
  expect(findings).toHaveLength(report.diagnostics.length);
  const isRemark = (each: Finding) => golden.argv[0] === 'import' && each.severity !== 'error';
  for (const { place, severity, code, message } of findings.filter((each) => !isRemark(each))) {
    expect(pretty).toContain(scrub(`${place === '' ? '' : `${place} - `}${severity} ${code}: ${visible(message)}\n`));
  }
  isSarif(JSON.parse(rendered.sarif.stdout));
  expect(isSarif.errors ?? []).toEqual([]);
  expect(findingsOfSarif(rendered.sarif.stdout)).toEqual(findings);
  const github = findingsOfGithub(rendered.github.stdout);
  expect(github.map(withoutColumn)).toEqual(findings.map(asOneLine).map(withoutColumn));
  for (const [index, { place }] of github.entries()) {
    if (!place.endsWith(':?')) expect(place).toBe(findings[index]?.place);
  }
});

/** A workflow command has a column only when the place lies within one line. */
function withoutColumn(finding: Finding): Finding {
  return { ...finding, place: finding.place.replace(/:[^:]*$/, '') };
}

function asOneLine(finding: Finding): Finding {
  const { message, help } = finding;
  return { ...finding, message: visible(message), help: help === undefined ? undefined : visible(help) };
}
