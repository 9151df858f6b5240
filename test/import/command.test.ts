import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Import from '../../src/commands/import.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mcpgen-import-'));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const output = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      output[stream] += String(chunk);
      return true;
    });
  }
  await Import.run([...args, '--dir', folder], { root });
  vi.restoreAllMocks();
  const exitCode = process.exitCode;
  process.exitCode = undefined;
  return { ...output, exitCode };
}

function answerFile(content: string | Uint8Array): string {
  const file = path.join(folder, 'answer.json');
  writeFileSync(file, content);
  return file;
}

const answer = JSON.stringify({ tools: [{ id: 1, name: 'a', inputSchema: { type: 'object' } }] });

test('pretty: what was done goes to stderr, nothing to stdout, and remarks are no failure', async () => {
  const { stdout, stderr, exitCode } = await run(answerFile(answer));
  expect(exitCode).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^imported 1 tool into 1 file\n {2}mcpgen\.yaml\n {2}manifests\/tools\.yaml\n/);
  expect(readdirSync(folder).sort()).toEqual(['answer.json', 'manifests', 'mcpgen.yaml']);
});

test('json: one object with counts, files, notes and diagnostics', async () => {
  const { stdout, stderr, exitCode } = await run(answerFile(answer), '--format', 'json');
  expect(exitCode).toBe(0);
  expect(stderr).toBe('');
  const printed = JSON.parse(stdout);
  expect(printed).toMatchObject({
    imported: 1,
    files: [
      { path: 'manifests/tools.yaml', status: 'created' },
      { path: 'mcpgen.yaml', status: 'created' },
    ],
    diagnostics: [{ code: 'import/stray-member', severity: 'warning' }],
  });
  expect(printed.notes).toEqual([
    {
      subject: { kind: 'tool', name: 'a' },
      kind: 'stray-member',
      path: '/tools/0/id',
      message: printed.diagnostics[0].message,
    },
  ]);
});

test('more warnings than --max-warnings fail', async () => {
  const { stderr, exitCode } = await run(answerFile(answer), '--max-warnings', '0');
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/error: more warnings than --max-warnings 0 allows\n$/);
});

test('an answer that cannot be used fails with 1 and writes nothing', async () => {
  const { stderr, exitCode } = await run(answerFile('{"tools": [}'));
  expect(exitCode).toBe(1);
  expect(stderr).toContain('"}" stands where a value is expected');
  expect(readdirSync(folder)).toEqual(['answer.json']);
});

test('a file that is not there is a mistake in the command line', async () => {
  const { stderr, exitCode } = await run(path.join(folder, 'absent.json'));
  expect(exitCode).toBe(2);
  expect(stderr).toContain('there is no file');
});

test('- reads standard input', async () => {
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(Readable.from([Buffer.from(answer)]) as typeof process.stdin);
  const output = { text: '' };
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    output.text += String(chunk);
    return true;
  });
  await Import.run(['-', '--dir', folder], { root });
  expect(output.text).toContain('imported 1 tool');
});

test('UTF-16 with its mark, as some shells write, is read; bytes that are no text are refused', async () => {
  expect((await run(answerFile(Buffer.from(`\ufeff${answer}`, 'utf16le')))).exitCode).toBe(0);
  expect(readFileSync(path.join(folder, 'manifests/tools.yaml'), 'utf8')).toContain('- name: a\n');
  const refused = await run(answerFile(Uint8Array.of(0x7b, 0xff, 0x7d)));
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('it is not UTF-8');
});

test('a manifests folder that is a link is not written through', async () => {
  const file = answerFile(answer);
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'mcpgen-import-'));
  symlinkSync(elsewhere, path.join(folder, 'manifests'));
  const { exitCode } = await run(file);
  expect(exitCode).toBe(1);
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual(['answer.json', 'manifests']);
  rmSync(elsewhere, { recursive: true });
});
