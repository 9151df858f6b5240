import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Rendered } from '../src/cli/report.js';
import { type GoldenCase, readCase } from './support/golden/golden-case.js';
import { scrubReport, transcript } from './support/golden/transcript.js';

// What test/golden.test.ts runs in memory and in its own process is what the built program prints, on which stream, and how it ends.

const bin = fileURLToPath(new URL('../bin/run.js', import.meta.url));

/** Of every command and outcome one; findings need no first build. */
const names = [
  'yaml-byte-order-mark-and-crlf',
  'project-no-config',
  'warnings-counted',
  'output-folder-is-a-file',
  'init-in-a-folder-in-use',
  'import-with-remarks',
  'import-not-json',
];

test.each(names)('%s', async (name) => {
  const golden = readCase(name);
  const [pretty, json] = await Promise.all([run(golden, []), run(golden, ['--format', 'json'])]);
  expect(transcript(golden.argv, pretty, pretty.code)).toBe(
    readFileSync(`${golden.folder}/expected/pretty.txt`, 'utf8'),
  );

  expect(json.code).toBe(pretty.code);
  expect(JSON.parse(scrubReport(json.stdout))).toMatchObject(
    JSON.parse(readFileSync(`${golden.folder}/expected/report.json`, 'utf8')),
  );
});

/** Runs the program on a copy of the case's project, in its folder. */
async function run(
  { argv, project }: GoldenCase,
  more: readonly string[],
): Promise<Rendered & { code: number | null }> {
  const above = mkdtempSync(join(tmpdir(), 'golden-'));
  const folder = join(above, 'project');
  try {
    mkdirSync(folder);
    for (const [path, bytes] of project) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return await start([bin, ...argv, ...more], folder);
  } finally {
    rmSync(above, { recursive: true });
  }
}

function start(args: readonly string[], cwd: string): Promise<Rendered & { code: number | null }> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ stdout, stderr, code }));
  });
}
