import { expect, test } from 'vitest';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { planOutput } from '../../src/write/plan-output.js';
import { writeOutput } from '../../src/write/write-output.js';
import { build, codesOf, completed, once, requestOf, statusesOf, write } from './support.js';

const two = { 'a.ts': 'a\n', 'tools/b.ts': 'b\n' };

test('a first build creates everything, with a lock file that lists it', () => {
  const host = createMemoryHost({ 'mcpgen.yaml': '' });
  const report = build(host, requestOf(two, { files: [once('src/handlers/b.ts', 'stub\n')] }));
  expect(report.ok).toBe(true);
  expect(report.files).toEqual([
    { path: 'generated/a.ts', status: 'created' },
    { path: 'generated/mcpgen.lock', status: 'created' },
    { path: 'generated/tools/b.ts', status: 'created' },
    { path: 'src/handlers/b.ts', status: 'created' },
  ]);
  expect(host.listFiles('.')).toEqual([
    'generated/a.ts',
    'generated/mcpgen.lock',
    'generated/tools/b.ts',
    'mcpgen.yaml',
    'src/handlers/b.ts',
  ]);
  expect(host.textOf('generated/mcpgen.lock')).toBe(
    `{
  "mcpgen": "1.0.0",
  "model": "sha256-bW9kZWw=",
  "files": {
    "a.ts": "sha256-h0KPxSKAPTEGXnvOPPA/5HUJZjHl4Hu9eg/eYMTPJcc=",
    "tools/b.ts": "sha256-AmOCmYm2/ZVPcrqvL8ZLwuLwHWktTecphuqAj26ZgT8="
  }
}
`,
  );
});

test('a second build writes nothing, locks nothing, and touches no file', () => {
  const host = createMemoryHost();
  const request = requestOf(two, { files: [once('src/b.ts', 'stub\n')] });
  build(host, request);
  const before = host.snapshot();
  host.faults.reset();
  const plan = planOutput(host, request);
  const reads = host.faults.count;
  const report = writeOutput(host, plan);
  expect(host.faults.count).toBe(reads);
  expect(new Set(Object.values(statusesOf(report)))).toEqual(new Set(['unchanged']));
  expect(host.snapshot()).toEqual(before);
});

test('a change writes what differs and keeps the times of the rest', () => {
  const host = createMemoryHost();
  build(host, requestOf({ ...two, 'gone/c.ts': 'c\n' }));
  const stamps = (): (number | undefined)[] => ['a.ts', 'tools/b.ts'].map((path) => host.stampOf(`generated/${path}`));
  const [a, b] = stamps();
  const report = build(host, requestOf({ ...two, 'tools/b.ts': 'b2\n', 'tools/d.ts': 'd\n' }));
  expect(statusesOf(report)).toEqual({
    'generated/a.ts': 'unchanged',
    'generated/gone/c.ts': 'removed',
    'generated/mcpgen.lock': 'updated',
    'generated/tools/b.ts': 'updated',
    'generated/tools/d.ts': 'created',
  });
  expect(stamps()[0]).toBe(a);
  expect(stamps()[1]).not.toBe(b);
  expect(host.kindOf('generated/gone')).toBe('absent');
  expect(host.textOf('generated/tools/b.ts')).toBe('b2\n');
});

test('an edited file stops the whole build and shows its diff; --force overwrites it', () => {
  const host = createMemoryHost();
  build(host, requestOf(two));
  write(host, 'generated/a.ts', 'mine\n');
  const before = host.snapshot();
  const next = { ...two, 'c.ts': 'c\n' };
  const report = build(host, requestOf(next));
  expect(report.ok).toBe(false);
  expect(codesOf(report)).toEqual(['output/edited']);
  expect(report.files.find((each) => each.path === 'generated/a.ts')).toEqual({
    path: 'generated/a.ts',
    status: 'edited',
    diff: '--- a/generated/a.ts\n+++ b/generated/a.ts\n@@ -1,1 +1,1 @@\n-mine\n+a\n',
  });
  expect(statusesOf(report)['generated/c.ts']).toBe('missing');
  expect(host.snapshot()).toEqual(before);

  const forced = build(host, requestOf(next, { force: true }));
  expect(forced.ok).toBe(true);
  expect(statusesOf(forced)['generated/a.ts']).toBe('updated');
  expect(host.textOf('generated/a.ts')).toBe('a\n');
});

test('an edit that equals the new text is none', () => {
  const host = createMemoryHost();
  build(host, requestOf(two));
  write(host, 'generated/a.ts', 'a2\n');
  const stamp = host.stampOf('generated/a.ts');
  const report = build(host, requestOf({ ...two, 'a.ts': 'a2\n' }));
  expect(statusesOf(report)['generated/a.ts']).toBe('unchanged');
  expect(host.stampOf('generated/a.ts')).toBe(stamp);
});

test('an edited file that is no longer emitted is not removed without --force', () => {
  const host = createMemoryHost();
  build(host, requestOf({ ...two, 'c.ts': 'c\n' }));
  write(host, 'generated/c.ts', 'mine\n');
  const report = build(host, requestOf(two));
  expect(codesOf(report)).toEqual(['output/edited']);
  expect(host.textOf('generated/c.ts')).toBe('mine\n');
  expect(statusesOf(build(host, requestOf(two, { force: true })))['generated/c.ts']).toBe('removed');
  expect(host.kindOf('generated/c.ts')).toBe('absent');
});

test('an edit of line ends is none: autocrlf changes nothing', () => {
  const host = createMemoryHost();
  build(host, requestOf({ 'a.ts': 'a\nb\n', 'c.ts': 'c\nd\n' }));
  for (const path of host.listFiles('generated')) write(host, path, (host.textOf(path) ?? '').replaceAll('\n', '\r\n'));
  const before = host.snapshot();
  expect(build(host, requestOf({ 'a.ts': 'a\nb\n', 'c.ts': 'c\nd\n' })).ok).toBe(true);
  expect(host.snapshot()).toEqual(before);
  const report = build(host, requestOf({ 'a.ts': 'a\nb2\n' }));
  expect(statusesOf(report)).toEqual({
    'generated/a.ts': 'updated',
    'generated/c.ts': 'removed',
    'generated/mcpgen.lock': 'updated',
  });
});

test('extra files in the output folder are left and named; desktop litter is not named', () => {
  const host = createMemoryHost({ 'generated/notes/mine.md': 'mine', 'generated/.DS_Store': 'x' });
  const report = build(host, requestOf(two));
  expect(report.ok).toBe(true);
  expect(codesOf(report)).toEqual(['output/extra']);
  expect(statusesOf(report)['generated/notes/mine.md']).toBe('extra');
  expect(statusesOf(report)['generated/.DS_Store']).toBeUndefined();
  expect(host.textOf('generated/notes/mine.md')).toBe('mine');
  expect(host.textOf('generated/.DS_Store')).toBe('x');
});

test('a file that mcpgen did not write is not overwritten, unless it is the same or forced', () => {
  const host = createMemoryHost({ 'generated/a.ts': 'mine\n', 'generated/tools/b.ts': 'b\n' });
  const before = host.snapshot();
  const report = build(host, requestOf(two));
  expect(codesOf(report)).toEqual(['output/unowned']);
  expect(statusesOf(report)).toMatchObject({ 'generated/a.ts': 'edited', 'generated/tools/b.ts': 'unchanged' });
  expect(host.snapshot()).toEqual(before);
  expect(build(host, requestOf(two, { force: true })).ok).toBe(true);
  expect(host.textOf('generated/a.ts')).toBe('a\n');
});

test('files created once are never touched again, also not when they are links', () => {
  const host = createMemoryHost({ 'src/mine.ts': 'mine' });
  host.addLink('src/linked.ts', '../elsewhere.ts');
  const files = [once('src/mine.ts', 'stub'), once('src/linked.ts', 'stub'), once('src/new.ts', 'stub')];
  const report = build(host, requestOf(two, { files }));
  expect(statusesOf(report)).toMatchObject({
    'src/mine.ts': 'unchanged',
    'src/linked.ts': 'unchanged',
    'src/new.ts': 'created',
  });
  expect(host.textOf('src/mine.ts')).toBe('mine');
  expect(host.kindOf('src/linked.ts')).toBe('symlink');
  expect(host.textOf('src/new.ts')).toBe('stub');
});

test('a completed file grows, keeps its byte order mark, and is left alone when it is complete', () => {
  const host = createMemoryHost({ 'src/a.ts': '\uFEFFone\r\n', 'src/b.ts': 'done\n' });
  const files = [completed('src/a.ts', 'one\r\ntwo\n'), completed('src/b.ts', 'done\n')];
  const report = build(host, requestOf(two, { files }));
  expect(statusesOf(report)).toMatchObject({ 'src/a.ts': 'updated', 'src/b.ts': 'unchanged' });
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(host.readFile('src/a.ts'))).toBe('\uFEFFone\r\ntwo\n');
});

test('a completed file that was saved meanwhile is not overwritten', () => {
  const host = createMemoryHost({ 'src/a.ts': 'one, but different\n' });
  const before = host.snapshot();
  const report = build(host, requestOf(two, { files: [completed('src/a.ts', 'one\ntwo\n')] }));
  expect(codesOf(report)).toEqual(['output/changed-meanwhile']);
  expect(host.snapshot()).toEqual(before);
});

test('another version of the compiler is named, and changes nothing but the lock file', () => {
  const host = createMemoryHost();
  build(host, requestOf(two));
  const report = build(host, requestOf(two, { compilerVersion: '1.1.0' }));
  expect(report.ok).toBe(true);
  expect(report.diagnostics.map((each) => [each.severity, each.message])).toEqual([
    ['info', 'the output was written by mcpgen 1.0.0, and this is mcpgen 1.1.0'],
  ]);
  expect(report.files.filter((each) => each.status !== 'unchanged')).toEqual([
    { path: 'generated/mcpgen.lock', status: 'updated' },
  ]);
});

test('a lock file that cannot be read stops the build, and --force does without it', () => {
  const host = createMemoryHost();
  build(host, requestOf({ ...two, 'c.ts': 'c\n' }));
  const conflict = `<<<<<<< ours\n${host.textOf('generated/mcpgen.lock')}=======\n>>>>>>> theirs\n`;
  write(host, 'generated/mcpgen.lock', conflict);
  const before = host.snapshot();
  const report = build(host, requestOf({ ...two, 'a.ts': 'a2\n' }));
  expect(report.ok).toBe(false);
  expect(report.diagnostics[0]?.message).toBe(
    'generated/mcpgen.lock cannot be read: it holds the markers of a merge conflict',
  );
  expect(host.snapshot()).toEqual(before);
  const forced = build(host, requestOf({ ...two, 'a.ts': 'a2\n' }, { force: true }));
  expect(forced.ok).toBe(true);
  // What the lock file listed is not known any more, so nothing is removed.
  expect(statusesOf(forced)['generated/c.ts']).toBe('extra');
  expect(host.textOf('generated/a.ts')).toBe('a2\n');
});

test('a lock file that lists what is not below the output folder removes nothing, forced or not', () => {
  const victims = { 'src/mine.ts': 'mine', 'generated/mcpgen.lock': '' };
  for (const path of ['../src/mine.ts', '/src/mine.ts', 'x/../../src/mine.ts', 'C:/x', 'a\\b', '.', '']) {
    const host = createMemoryHost(victims);
    const lock = { mcpgen: '1.0.0', model: 'sha256-x', files: { [path]: 'sha256-x' } };
    write(host, 'generated/mcpgen.lock', JSON.stringify(lock));
    expect(codesOf(build(host, requestOf(two))), path).toContain('output/lock-unreadable');
    expect(build(host, requestOf(two, { force: true })).ok).toBe(true);
    expect(host.textOf('src/mine.ts')).toBe('mine');
  }
});

test('a generated file may take the place of a folder, and the other way round', () => {
  const host = createMemoryHost();
  build(host, requestOf({ 'x/y.ts': '1\n', z: '2\n' }));
  expect(build(host, requestOf({ x: '3\n', 'z/y.ts': '4\n' })).ok).toBe(true);
  expect(host.listFiles('generated')).toEqual(['generated/mcpgen.lock', 'generated/x', 'generated/z/y.ts']);
});

test('what stays where a generated file or folder belongs is an error', () => {
  const host = createMemoryHost({ 'generated/x/mine.ts': 'mine', 'generated/z': 'mine' });
  const before = host.snapshot();
  const report = build(host, requestOf({ x: '3\n', 'z/y.ts': '4\n' }));
  expect(report.diagnostics.filter((each) => each.severity === 'error').map((each) => each.message)).toEqual([
    'generated/z is a file, and mcpgen writes only where it is a plain folder or nothing',
    'generated/x is a folder, and mcpgen writes only where it is a plain file or nothing',
  ]);
  expect(host.snapshot()).toEqual(before);
});

test('names that differ only in case are two names on disk and change places', () => {
  const host = createMemoryHost();
  build(host, requestOf({ 'tools/Foo.ts': '1\n' }));
  expect(build(host, requestOf({ 'tools/foo.ts': '2\n' })).ok).toBe(true);
  expect(host.listFiles('generated/tools')).toEqual(['generated/tools/foo.ts']);
});

test('an output folder deep in the project works alike', () => {
  const host = createMemoryHost();
  expect(build(host, requestOf(two, { output: 'packages/x/generated' })).ok).toBe(true);
  expect(build(host, requestOf({ 'a.ts': 'a\n' }, { output: 'packages/x/generated' })).ok).toBe(true);
  expect(host.listFiles('.')).toEqual(['packages/x/generated/a.ts', 'packages/x/generated/mcpgen.lock']);
});
