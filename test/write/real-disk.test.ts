import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { HostError } from '../../src/host/host.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { digestOf } from '../../src/write/digest.js';
import { lockFileName, parseLockFile } from '../../src/write/lock-file.js';
import { recover } from '../../src/write/recover.js';
import { build, requestOf } from './support.js';
import { transpileStages } from './transpile.js';

const scratch = fs.mkdtempSync(join(tmpdir(), 'mcpgen-kill-'));
const root = join(scratch, 'project');
const program = join(scratch, 'build.mjs');
const files = 150;

beforeAll(() => {
  fs.mkdirSync(root);
  const compiled = transpileStages(scratch);
  const at = (path: string): string => JSON.stringify(pathToFileURL(join(compiled, path)).href);
  // Builds the version that is not there, then the other one, and so on until it is killed.
  fs.writeFileSync(
    program,
    `
    import { createNodeHost } from ${at('host/node-host.js')};
    import { planOutput } from ${at('write/plan-output.js')};
    import { writeOutput } from ${at('write/write-output.js')};
    const host = createNodeHost(process.argv[2]);
    const endless = process.argv[3] === 'endless';
    process.stdout.write('ready');
    for (let version = Number(process.argv[4]); ; version = 1 - version) {
      const files = Array.from({ length: ${files} }, (_, n) => ({
        path: 'generated/tools/' + (n % 3 === 0 ? 'v' + version + '-' : '') + n + '.ts',
        kind: 'generated',
        text: 'export const version = ' + (n % 3 === 1 ? version : 'any') + ';\\n',
      }));
      const request = { files, output: 'generated', compilerVersion: '1.0.0', modelDigest: 'sha256-' + version, force: false };
      const report = writeOutput(host, planOutput(host, request));
      if (!report.ok) { process.stderr.write(JSON.stringify(report.diagnostics)); process.exit(1); }
      if (!endless) break;
      process.stdout.write('built');
    }
    `,
  );
});

afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

/** Which version stands there, complete and with nothing of the other; undefined when it is neither. */
function versionThere(): number | undefined {
  const host = createNodeHost(root);
  const lockBytes = host.readFile(`generated/${lockFileName}`);
  const parsed = parseLockFile(new TextDecoder().decode(lockBytes));
  if (!parsed.ok) return undefined;
  const { lock } = parsed;
  const present = host.listFiles('generated').map((path) => path.slice('generated/'.length));
  const complete = [...lock.files].every(([path, digest]) => {
    const bytes = host.readFile(`generated/${path}`);
    return bytes !== undefined && digestOf(bytes) === digest;
  });
  return complete && lock.files.size === files && present.length === files + 1
    ? Number(lock.model.slice(-1))
    : undefined;
}

test('a build that is killed at a random moment leaves the old or the new output, complete', async () => {
  const seen = new Set<number | undefined>();
  let unrecovered = 0;
  for (let round = 0; round < 100; round++) {
    const child = spawn(process.execPath, [program, root, 'endless', String(round % 2)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    // Not the moments of the process's start: they are over when it says that it is ready. The kills meet the second build,
    // the third and the first in turn, so that each version is the old one of some, however slow the machine is, and the
    // first kill of all finds an output.
    for (let builds = (round + 1) % 3; builds > 0; builds--) await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 80));
    child.kill('SIGKILL');
    await once(child, 'exit');
    // The moment between the two renames is some ten microseconds wide, and the only one that needs the next build.
    if (!fs.existsSync(join(root, 'generated'))) unrecovered += 1;
    else expect(versionThere(), `round ${round}`).toBeDefined();
    recover(createNodeHost(root), 'generated');
    const version = versionThere();
    expect(version, `round ${round}, recovered`).toBeDefined();
    seen.add(version);
  }
  expect(seen).toEqual(new Set([0, 1]));
  expect(unrecovered).toBeLessThan(10);

  // And the next build tidies up what is left of the killed ones.
  const child = spawn(process.execPath, [program, root, 'single', '1'], { stdio: ['ignore', 'ignore', 'inherit'] });
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(versionThere()).toBe(1);
  expect(fs.readdirSync(root)).toEqual(['generated']);
}, 400_000);

test('builds at the same time end with one of their outputs, complete', async () => {
  const children = [0, 1, 0, 1].map((version) =>
    spawn(process.execPath, [program, root, 'single', String(version)], { stdio: ['ignore', 'ignore', 'inherit'] }),
  );
  const ends = await Promise.all(children.map((child) => once(child, 'exit')));
  expect(ends).toEqual(children.map(() => [0, null]));
  expect(versionThere()).toBeDefined();
  expect(fs.readdirSync(root)).toEqual(['generated']);
});

test('a real disk keeps the times and identity of what did not change', () => {
  const folder = fs.mkdtempSync(join(scratch, 'times-'));
  const host = createNodeHost(folder);
  const stat = (path: string): [number, number, number] => {
    const { mtimeMs, ino, nlink } = fs.statSync(join(folder, path));
    return [mtimeMs, ino, nlink];
  };
  build(host, requestOf({ 'a.ts': 'a\n', 'tools/b.ts': 'b\n', 'c.ts': 'c\n' }));
  const kept = stat('generated/tools/b.ts');
  const changed = stat('generated/a.ts');
  expect(build(host, requestOf({ 'a.ts': 'a2\n', 'tools/b.ts': 'b\n' })).ok).toBe(true);
  expect(stat('generated/tools/b.ts')).toEqual(kept);
  expect(stat('generated/a.ts')[1]).not.toBe(changed[1]);
  expect(fs.readdirSync(folder)).toEqual(['generated']);
  expect(host.listFiles('generated')).toEqual(['generated/a.ts', 'generated/mcpgen.lock', 'generated/tools/b.ts']);
});

test('a real disk whose folders cannot be renamed is written file by file, alike', () => {
  const folder = fs.mkdtempSync(join(scratch, 'busy-'));
  const host = createNodeHost(folder);
  const rename = host.rename.bind(host);
  let refused = 0;
  host.rename = (from, to) => {
    if (host.kindOf(from) === 'directory' && from === 'generated') {
      refused += 1;
      throw new HostError('rename', to, 'EBUSY');
    }
    rename(from, to);
  };
  build(host, requestOf({ 'a.ts': 'a\n', 'old/b.ts': 'b\n', 'c.ts': 'c\n' }));
  const { mtimeMs, ino } = fs.statSync(join(folder, 'generated/c.ts'));
  const report = build(host, requestOf({ 'a.ts': 'a2\n', 'new/d.ts': 'd\n', 'c.ts': 'c\n' }));
  expect([report.ok, refused]).toEqual([true, 1]);
  expect(fs.readdirSync(folder)).toEqual(['generated']);
  expect(fs.readdirSync(join(folder, 'generated')).sort()).toEqual(['a.ts', 'c.ts', 'mcpgen.lock', 'new']);
  expect(fs.readFileSync(join(folder, 'generated/a.ts'), 'utf8')).toBe('a2\n');
  expect(fs.statSync(join(folder, 'generated/c.ts'))).toMatchObject({ mtimeMs, ino, nlink: 1 });
});

test('a real disk that refuses one file is left as it was', () => {
  const folder = fs.mkdtempSync(join(scratch, 'refused-'));
  const host = createNodeHost(folder);
  build(host, requestOf({ 'a.ts': 'a\n', 'b.ts': 'b\n' }));
  const state = (): unknown =>
    host.listFiles('.').map((path) => {
      const { mtimeMs, ino, nlink } = fs.statSync(join(folder, path));
      return [path, mtimeMs, ino, nlink];
    });
  const before = state();
  const tooLong = `${'x'.repeat(300)}.ts`;
  const stub: EmittedFile = { path: `src/${tooLong}`, kind: 'once', text: 'stub' };
  for (const request of [
    requestOf({ 'a.ts': 'a2\n', [tooLong]: '' }),
    requestOf({ 'a.ts': 'a2\n' }, { files: [stub] }),
  ]) {
    const report = build(host, request);
    expect(report.diagnostics.map((each) => each.code)).toEqual(['output/write-failed']);
    expect(report.diagnostics[0]?.message).toContain('ENAMETOOLONG');
    expect(state()).toEqual(before);
  }
});
