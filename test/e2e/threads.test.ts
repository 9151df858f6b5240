import { mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toolsOf, writeProject } from '../../bench/speed/contracts.mjs';
import { buildProject } from '../../src/cli/build-project.js';
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
