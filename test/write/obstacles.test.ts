import { expect, test } from 'vitest';
import { HostError } from '../../src/host/host.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { checkOutput } from '../../src/write/check-output.js';
import { planOutput } from '../../src/write/plan-output.js';
import { build, codesOf, completed, once, requestOf } from './support.js';

const files = { 'tools/a.ts': 'a\n' };
const stub = once('src/handlers/a.ts', 'stub\n');

const obstacles: Record<string, (host: MemoryHost) => void> = {
  'the output folder is a link': (host) => host.addLink('generated', 'elsewhere'),
  'the output folder is a file': (host) => host.writeFile('generated', new Uint8Array()),
  'the output folder is a pipe': (host) => host.addOther('generated'),
  'a folder in the output is a link': (host) => host.addLink('generated/tools', '../elsewhere'),
  'a file in the output is a link': (host) => host.addLink('generated/tools/a.ts', '../../elsewhere/victim.ts'),
  'the lock file is a link': (host) => host.addLink('generated/mcpgen.lock', '../elsewhere/victim.ts'),
  'something else in the output is a link': (host) => host.addLink('generated/other', '../elsewhere'),
  'a pipe is in the output': (host) => host.addOther('generated/pipe'),
  'a folder above the handlers is a link': (host) => host.addLink('src', 'elsewhere'),
  'the folder of the handlers is a link': (host) => host.addLink('src/handlers', '../elsewhere'),
  'the folder of the handlers is a file': (host) => host.writeFile('src/handlers', new Uint8Array()),
  'a folder has the name of a handler': (host) => host.writeFile('src/handlers/a.ts/x', new Uint8Array()),
  'a pipe has the name of a handler': (host) => host.addOther('src/handlers/a.ts'),
};

for (const [title, place] of Object.entries(obstacles)) {
  test(`nothing is written, read through or removed when ${title}`, () => {
    const host = createMemoryHost({ 'elsewhere/victim.ts': 'victim' });
    place(host);
    const before = host.snapshot();
    for (const force of [false, true]) {
      const request = requestOf(files, { files: [stub], force });
      expect(codesOf(build(host, request))).toEqual(['output/not-a-folder']);
      const check = checkOutput(planOutput(host, request));
      expect(check.ok).toBe(false);
      expect(codesOf(check)).toContain('output/not-a-folder');
    }
    expect(host.snapshot()).toEqual(before);
  });
}

test('a folder above a nested output that is a link is refused', () => {
  const host = createMemoryHost({ 'elsewhere/victim.ts': 'victim' });
  host.addLink('packages', 'elsewhere');
  expect(codesOf(build(host, requestOf(files, { output: 'packages/x/generated' })))).toEqual(['output/not-a-folder']);
  expect(host.listFiles('.')).toEqual(['elsewhere/victim.ts']);
});

test('a link is not completed', () => {
  const host = createMemoryHost({ 'elsewhere/victim.ts': 'one\n' });
  host.addLink('src/a.ts', '../elsewhere/victim.ts');
  const request = requestOf(files, { files: [completed('src/a.ts', 'one\ntwo\n')] });
  expect(codesOf(build(host, request))).toEqual(['output/not-a-folder']);
  expect(host.textOf('elsewhere/victim.ts')).toBe('one\n');
});

test('a disk that cannot be read is a diagnostic', () => {
  const host = createMemoryHost({ 'generated/tools/a.ts': 'a\n' });
  const before = host.snapshot();
  host.readFile = (path) => {
    throw new HostError('read', path, 'EACCES');
  };
  const request = requestOf(files, { force: true });
  for (const report of [build(host, request), checkOutput(planOutput(host, request))]) {
    expect(report.ok).toBe(false);
    expect(report.diagnostics.map((each) => each.message)).toEqual([
      'cannot read generated/tools/a.ts (EACCES), so nothing can be said about the output',
    ]);
  }
  expect(host.snapshot()).toEqual(before);
});

test('a disk that cannot be locked does not hide what stops the build anyway', () => {
  const host = createMemoryHost({ 'generated/tools/a.ts': 'mine\n' });
  host.lock = (path) => {
    throw new HostError('lock', path, 'EROFS');
  };
  expect(codesOf(build(host, requestOf(files)))).toEqual(['output/unowned']);
  expect(codesOf(build(host, requestOf(files, { force: true })))).toEqual(['output/write-failed']);
});
