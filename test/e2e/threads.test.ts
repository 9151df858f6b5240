import { appendFileSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolsOf, writeProject } from '../../bench/speed/contracts.mjs';
import { buildProject } from '../../src/cli/build-project.js';
import { checkProject } from '../../src/cli/check-project.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { mcpgen } from './support/cli.js';
import { bytesOf } from './support/tree.js';

/** So many that the command emits them in a thread of its own: src/cli/second-thread.ts. */
const tools = toolsOf(200);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcpgen-threads-')));

beforeAll(() => {
  for (const name of ['here', 'elsewhere', 'refused']) writeProject(join(folder, name), tools);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a large contract is emitted beside its lint, to the same bytes', async () => {
  const report = await buildProject(createNodeHost(join(folder, 'here')), { check: false, force: false });
  expect(report.files.length).toBeGreaterThan(400);
  expect(await mcpgen(folder, 'build', '--dir', 'elsewhere')).toMatchObject({ code: 0 });
  expect(bytesOf(join(folder, 'elsewhere'))).toEqual(bytesOf(join(folder, 'here')));
});

test('what is wrong in files that another thread has parsed is said as if there was none', async () => {
  writeProject(join(folder, 'broken'), tools);
  const manifests = join(folder, 'broken/manifests');
  for (const [index, name] of readdirSync(manifests).entries()) {
    const mistake = ['also: {', 'schemas: { a: 1 }', 'tools: []', 'schemas: { A: { $ref: "#/schemas/B" } }'][index % 5];
    if (mistake !== undefined) appendFileSync(join(manifests, name), `${mistake}\n`);
  }
  const { diagnostics } = checkProject(createNodeHost(join(folder, 'broken')), { fix: false });
  expect(new Set(diagnostics.map(({ code }) => code)).size).toBeGreaterThan(3);
  const told = await mcpgen(folder, 'check', '--dir', 'broken', '--format', 'json');
  const found = JSON.parse(told.stdout).diagnostics as { code: string; message: string }[];
  const said = (all: typeof found) => all.map(({ code, message }) => `${code}: ${message}`).sort();
  expect(said(found)).toEqual(said([...diagnostics]));
});

test('what lint refuses is not written, whatever was emitted in the meantime', async () => {
  config('refused', 'lint: { rules: { overlapping-tools: error } }\n');
  expect(await mcpgen(folder, 'build', '--dir', 'refused')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('lint/overlapping-tools'),
  });
  expect(readdirSync(join(folder, 'refused')).sort()).toEqual(['manifests', 'mcpgen.yaml']);
});

function config(name: string, more: string): void {
  const head = 'mcpgen: 1\nserver: { name: bench, version: 1.0.0 }\ntargets: [server, client]\n';
  writeFileSync(join(folder, name, 'mcpgen.yaml'), head + more);
}
