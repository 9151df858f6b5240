import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve('test/conformance');
const projects = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'mcpgen.yaml')));

test('there are projects for the conformance suite', () => {
  expect(projects).toContain('server');
});

describe.each(projects)('%s', (name) => {
  // After `npx tsc -p tsconfig.build.json`, `npm run refresh` mends it.
  test('what is committed is what a build writes', () => {
    const args = ['bin/run.js', 'build', '--check', '--dir', join(folder, name), '--format', 'json'];
    const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(JSON.parse(output)).toBeDefined();
  });
});
