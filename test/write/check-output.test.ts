import { expect, test } from 'vitest';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { checkOutput, type WriteReport } from '../../src/write/check-output.js';
import type { OutputRequest } from '../../src/write/output-plan.js';
import { planOutput } from '../../src/write/plan-output.js';
import { build, codesOf, completed, once, requestOf, statusesOf, write } from './support.js';

const files = { 'a.ts': 'a\nb\nc\n', 'tools/b.ts': 'b\n' };

function check(host: MemoryHost, request: OutputRequest): WriteReport {
  const before = host.snapshot();
  const report = checkOutput(planOutput(host, request));
  expect(host.snapshot()).toEqual(before);
  return report;
}

function built(request: OutputRequest = requestOf(files)): MemoryHost {
  const host = createMemoryHost();
  expect(build(host, request).ok).toBe(true);
  return host;
}

function diffOf(report: WriteReport, path: string): string | undefined {
  return report.files.find((each) => each.path === path)?.diff;
}

test('what was just built is fresh, also with CRLF', () => {
  const host = built();
  expect(check(host, requestOf(files))).toEqual({
    ok: true,
    files: [
      { path: 'generated/a.ts', status: 'unchanged' },
      { path: 'generated/mcpgen.lock', status: 'unchanged' },
      { path: 'generated/tools/b.ts', status: 'unchanged' },
    ],
    diagnostics: [],
  });
  for (const path of host.listFiles('.')) write(host, path, (host.textOf(path) ?? '').replaceAll('\n', '\r\n'));
  expect(check(host, requestOf(files)).ok).toBe(true);
});

test('a stale file is shown from what is there to what belongs there', () => {
  const report = check(built(), requestOf({ ...files, 'a.ts': 'a\nB\nc\n' }));
  expect(report.ok).toBe(false);
  expect(statusesOf(report)).toEqual({
    'generated/a.ts': 'stale',
    'generated/mcpgen.lock': 'stale',
    'generated/tools/b.ts': 'unchanged',
  });
  expect(diffOf(report, 'generated/a.ts')).toBe(
    '--- a/generated/a.ts\n+++ b/generated/a.ts\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n',
  );
  expect(report.diagnostics.map((each) => [each.severity, each.message])).toEqual([
    ['error', 'the output is not what this contract compiles to: 2 stale'],
  ]);
});

test('a missing file is shown whole, and so is one that has to go', () => {
  const host = built(requestOf({ ...files, 'old.ts': 'old\n' }));
  host.remove('generated/tools/b.ts');
  const report = check(host, requestOf({ ...files, 'new.ts': 'new\n' }));
  expect(statusesOf(report)).toMatchObject({
    'generated/new.ts': 'missing',
    'generated/tools/b.ts': 'missing',
    'generated/old.ts': 'extra',
  });
  expect(diffOf(report, 'generated/new.ts')).toBe('--- /dev/null\n+++ b/generated/new.ts\n@@ -0,0 +1,1 @@\n+new\n');
  expect(diffOf(report, 'generated/old.ts')).toBe('--- a/generated/old.ts\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-old\n');
  expect(report.diagnostics.at(-1)?.message).toContain('1 stale, 2 missing, 1 extra');
});

test('a file that nobody asked for is extra, and not fresh', () => {
  const host = built();
  write(host, 'generated/mine.md', 'mine');
  const report = check(host, requestOf(files));
  expect(report.ok).toBe(false);
  expect(codesOf(report)).toEqual(['output/extra', 'output/stale']);
  expect(report.files).toContainEqual({
    path: 'generated/mine.md',
    status: 'extra',
    diff: '--- a/generated/mine.md\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-mine\n\\ No newline at end of file\n',
  });
});

test('an edited file is told from a stale one', () => {
  const host = built();
  write(host, 'generated/tools/b.ts', 'mine\n');
  const report = check(host, requestOf(files));
  expect(codesOf(report)).toEqual(['output/edited', 'output/stale']);
  expect(statusesOf(report)['generated/tools/b.ts']).toBe('edited');
  expect(diffOf(report, 'generated/tools/b.ts')).toContain('-mine\n+b\n');
});

test('a missing stub and an incomplete handler file are not fresh; an edited stub is', () => {
  const host = built();
  write(host, 'src/mine.ts', 'written by hand\n');
  write(host, 'src/main.ts', 'one\n');
  const author = [once('src/mine.ts', 'stub\n'), once('src/new.ts', 'stub\n'), completed('src/main.ts', 'one\ntwo\n')];
  const report = check(host, requestOf(files, { files: author }));
  expect(statusesOf(report)).toMatchObject({
    'src/mine.ts': 'unchanged',
    'src/new.ts': 'missing',
    'src/main.ts': 'stale',
  });
  expect(diffOf(report, 'src/main.ts')).toContain('@@ -1,1 +1,2 @@\n one\n+two\n');
});

test('another version of the compiler is named and not fresh', () => {
  const report = check(built(), requestOf(files, { compilerVersion: '2.0.0' }));
  expect(codesOf(report)).toEqual(['output/version-skew', 'output/stale']);
  expect(report.files.filter((each) => each.status !== 'unchanged').map((each) => each.path)).toEqual([
    'generated/mcpgen.lock',
  ]);
});

test('the traces of a killed or running build are named', () => {
  const host = built();
  write(host, '.mcpgen-generated/next/a.ts', 'a');
  const report = check(host, requestOf(files));
  expect(codesOf(report)).toEqual(['output/interrupted']);
  expect(report.ok).toBe(true);
});

test('all diffs together are bounded', () => {
  const long = `${'x'.repeat(100)}\n`.repeat(9_000);
  const many = Object.fromEntries(
    Array.from({ length: 14 }, (_, index) => [`${String(index).padStart(2, '0')}.ts`, long]),
  );
  const report = check(createMemoryHost(), requestOf(many));
  const shown = report.files.filter((each) => each.diff !== undefined);
  expect(report.files).toHaveLength(15);
  expect(shown.length).toBeGreaterThan(7);
  expect(shown.length).toBeLessThan(11);
});
