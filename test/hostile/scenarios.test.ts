import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, openSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildProject } from '../../src/cli/build-project.js';
import { Killed } from '../../src/host/memory-faults.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { planWorkshop } from '../e2e/support/workshop.js';
import { makeGoodProject, snapshot, writeFiles } from './support/projects.js';

// The scenarios of the corpus: what the surroundings of a project, and its moments, may do to a build.

const workshop = planWorkshop();
const options = { check: false, force: false };
const config = 'mcpgen: 1\nserver: { name: a, version: 1.0.0 }\ntargets: [server, client]\nlint: { ruleset: none }\n';
const tool = (name: string, text = 'Good.') =>
  `- { name: ${name}, description: ${text}, inputSchema: { type: object } }\n`;

beforeAll(() => workshop.open());
afterAll(() => workshop.remove());

async function project(name: string): Promise<string> {
  const root = join(workshop.folder, name, 'project');
  await makeGoodProject(root);
  return root;
}

async function codesOf(root: string): Promise<string[]> {
  const { diagnostics } = await buildProject(createNodeHost(root), options);
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

test.each(['generated/tools', 'generated', 'src/handlers', 'src'])('%s is a link to a victim', async (planted) => {
  const root = await project(planted.replace('/', '-'));
  const victim = join(root, '../victim');
  writeFiles(victim, { 'file.txt': 'mine', 'demo.ts': 'mine' });
  rmSync(join(root, planted), { recursive: true });
  symlinkSync(victim, join(root, planted), 'junction');
  writeFiles(root, { 'manifests/more.yaml': `tools:\n${tool('another')}` });
  const before = snapshot(victim);
  expect(await codesOf(root)).not.toEqual([]);
  expect(snapshot(victim)).toEqual(before);
});

test.each([
  '/',
  homedir(),
  '.',
  './',
  '..',
  '../other',
  'manifests',
  'manifests/out',
  'C:\\out',
  '\\\\host\\share',
  'a/../..',
])('the output folder is %s', async (output) => {
  const root = await project(`out-${Buffer.from(output).toString('hex')}`);
  writeFiles(root, { 'mcpgen.yaml': `${config}output: ${JSON.stringify(output)}\n` });
  const before = snapshot(join(root, '..'));
  for (const code of await codesOf(root)) expect(code).toMatch(/^project\/(path-outside|paths-overlap)$/);
  expect(await codesOf(root)).not.toEqual([]);
  expect(snapshot(join(root, '..'))).toEqual(before);
});

test('a folder that mcpgen does not own is not cleaned', async () => {
  const root = await project('not-ours');
  writeFiles(root, { 'mcpgen.yaml': `${config}output: precious\n`, 'precious/thesis.txt': 'years of work' });
  await buildProject(createNodeHost(root), options);
  expect(readFileSync(join(root, 'precious/thesis.txt'), 'utf8')).toBe('years of work');
});

test('a build that fails keeps what the one before it made', async () => {
  const root = await project('failed');
  writeFiles(root, {
    'manifests/tools.yaml': `tools:\n${tool('earlier', 'Changed.')}- { name: broken, inputSchema: { type: 5 } }\n`,
  });
  const before = snapshot(root);
  expect(await codesOf(root)).toEqual(['schema/invalid']);
  expect(snapshot(root)).toEqual(before);
});

/** The generated files with their texts, by their hash; what is left beside them does not count. */
function output(host: MemoryHost): string {
  const files = host.listFiles('generated').map((path) => [path, host.textOf(path)]);
  return files.length === 0 ? 'none' : createHash('sha256').update(JSON.stringify(files)).digest('hex');
}

test('killed at every step, a build leaves the old output or the new one, and the next build mends the rest', async () => {
  // Of another shape, so that it is no new name for `two`, whose handler it would take over.
  const three = '- { name: three, inputSchema: { type: object, required: [a] } }\n';
  const start = async () => {
    const host = createMemoryHost({
      'mcpgen.yaml': config,
      'manifests/a.yaml': `tools:\n${tool('one')}${tool('two')}`,
    });
    await buildProject(host, options);
    host.writeFile('manifests/a.yaml', Buffer.from(`tools:\n${tool('one', 'Changed.')}${three}`));
    return host;
  };
  const whole = await start();
  const old = output(whole);
  whole.faults.reset();
  await buildProject(whole, options);
  const fresh = output(whole);
  const steps = whole.faults.count;
  expect(steps).toBeGreaterThan(50);

  let halfway = 0;
  for (let step = 1; step <= steps; step++) {
    const host = await start();
    host.faults.killAt(step);
    const end = await buildProject(host, options).catch((error: unknown) => error);
    if (host.faults.isDead) expect(end).toBeInstanceOf(Killed);
    host.faults.revive();
    const left = output(host);
    // Between two renames there is no output for a moment: never half of one.
    if (left === 'none') halfway++;
    else expect([old, fresh]).toContain(left);
    await buildProject(host, options);
    expect(output(host)).toBe(fresh);
  }
  expect(halfway).toBeLessThanOrEqual(2);
});

test('a handler that somebody wrote is never changed by a build: not by a second one, a new name or a removal', async () => {
  const root = await project('handlers');
  const path = join(root, 'src/handlers/earlier.ts');
  const written = `${readFileSync(path, 'utf8')}\n// years of work\n`;
  writeFileSync(path, written);
  for (const tools of [tool('earlier'), tool('earlier', 'Changed.'), tool('renamed'), tool('other'), '']) {
    writeFiles(root, { 'manifests/tools.yaml': `tools:${tools === '' ? ' []' : ''}\n${tools}` });
    const { files, diagnostics } = await buildProject(createNodeHost(root), options);
    expect(readFileSync(path, 'utf8')).toBe(written);
    if (tools.includes('earlier')) continue;
    const isMentioned = diagnostics.some((each) => each.code.startsWith('handlers/'));
    expect(isMentioned || files.some((each) => each.status === 'kept')).toBe(true);
  }
});

const odd: Readonly<Record<string, (path: string) => void>> = {
  'a folder': (path) => mkdirSync(path),
  'a link to a device': (path) => symlinkSync('/dev/zero', path),
  'a link out of the project': (path) => symlinkSync('/etc/hostname', path),
  'a link to itself': (path) => symlinkSync(path, path),
  'a pipe': (path) => execFileSync('mkfifo', [path]),
  // Sparse: it takes no room on the disk.
  'a file of 2 GB': (path) => {
    openSync(path, 'w');
    truncateSync(path, 2 ** 31);
  },
};

test.runIf(platform() !== 'win32').each(Object.keys(odd))('a manifest is %s', async (kind) => {
  const root = await project(`odd-${kind.replaceAll(' ', '-')}`);
  odd[kind]?.(join(root, 'manifests/odd.yaml'));
  const before = readFileSync(join(root, 'generated/contract.json'), 'utf8');
  const codes = await codesOf(root);
  // A folder is looked into, whatever it is called.
  const expected = { 'a folder': [], 'a file of 2 GB': ['limits/exceeded'] }[kind] ?? ['project/unreadable'];
  expect(codes).toEqual(expected);
  expect(readFileSync(join(root, 'generated/contract.json'), 'utf8')).toBe(before);
});

test.runIf(platform() !== 'win32').each(['/dev/zero', 'pipe', 'folder'])('mcpgen.yaml is %s', async (kind) => {
  const root = await project(`config-${kind.replaceAll('/', '')}`);
  const path = join(root, 'mcpgen.yaml');
  rmSync(path);
  if (kind === 'pipe') execFileSync('mkfifo', [path]);
  else if (kind === 'folder') mkdirSync(path);
  else symlinkSync(kind, path);
  expect(await codesOf(root)).toEqual(['project/unreadable']);
});
