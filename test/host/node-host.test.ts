import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, expect, test } from 'vitest';
import { createNodeHost } from '../../src/host/node-host.js';
import { hostContract } from './contract.js';

const scratch = fs.mkdtempSync(join(tmpdir(), 'mcpgen-host-'));
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

let projects = 0;
function openProject(): string {
  projects += 1;
  const root = join(scratch, `project-${projects}`);
  fs.mkdirSync(root);
  return root;
}

fs.writeFileSync(join(scratch, 'beside.txt'), 'secret');

hostContract('node', () => {
  const root = openProject();
  return {
    host: createNodeHost(root),
    addLink: (path, target) => {
      fs.mkdirSync(join(root, path, '..'), { recursive: true });
      fs.symlinkSync(target, join(root, path));
    },
    addPipe: (path) => {
      execFileSync('mkfifo', [join(root, path)]);
    },
    stamp: (path) => fs.lstatSync(join(root, path)).mtimeMs,
    outside: '../beside.txt',
  };
});

test('an absolute link out of the root is not read', () => {
  const root = openProject();
  fs.symlinkSync(join(scratch, 'beside.txt'), join(root, 'link'));
  fs.symlinkSync(scratch, join(root, 'folder'));
  const host = createNodeHost(root);
  expect(() => host.readFile('link')).toThrow('OUTSIDE');
  expect(() => host.readFile('folder/beside.txt')).toThrow('OUTSIDE');
});

test('a root that is a link itself works', () => {
  const root = openProject();
  fs.symlinkSync(root, `${root}-link`);
  const host = createNodeHost(`${root}-link`);
  host.writeFile('a/b.txt', new Uint8Array([1]));
  expect(host.readFile('a/b.txt')).toEqual(Buffer.from([1]));
  expect(fs.readdirSync(root)).toEqual(['a']);
});

test('a new file can have the permissions of another', () => {
  const root = openProject();
  const host = createNodeHost(root);
  host.writeFile('a.txt', new Uint8Array());
  fs.chmodSync(join(root, 'a.txt'), 0o600);
  host.writeFile('b.txt', new Uint8Array(), { modeOf: 'a.txt' });
  expect(fs.statSync(join(root, 'b.txt')).mode & 0o777).toBe(0o600);
});

test('a lock left by a dead process is taken over, one of a living process is not', async () => {
  const root = openProject();
  const host = createNodeHost(root);
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  const path = join(root, 'lock');
  fs.writeFileSync(path, JSON.stringify({ pid: child.pid, machine: hostname(), id: 'theirs' }));
  expect(host.lock('lock', 60)).toBeUndefined();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(host.lock('lock', 0)).toBeDefined();
});

test('what a process that died while locking left is swept up', () => {
  const root = openProject();
  fs.writeFileSync(join(root, 'lock.some-draft'), '');
  createNodeHost(root).lock('lock', 0)?.release();
  expect(fs.readdirSync(root)).toEqual([]);
});

test('a lock with our own process id that we do not hold is taken over', () => {
  const root = openProject();
  fs.writeFileSync(join(root, 'lock'), JSON.stringify({ pid: process.pid, machine: hostname(), id: 'earlier' }));
  const lock = createNodeHost(root).lock('lock', 0);
  expect(lock).toBeDefined();
  lock?.release();
  expect(fs.readdirSync(root)).toEqual([]);
});

test('a lock of another machine, or without an owner, is taken over only when it is old', () => {
  const root = openProject();
  const host = createNodeHost(root);
  for (const content of [
    JSON.stringify({ pid: 1, machine: `not-${hostname()}`, id: 'x' }),
    'not json',
    '{"pid":"1"}',
  ]) {
    const path = join(root, 'lock');
    fs.writeFileSync(path, content);
    expect(host.lock('lock', 0)).toBeUndefined();
    const longAgo = new Date(Date.now() - 3_600_000);
    fs.utimesSync(path, longAgo, longAgo);
    const lock = host.lock('lock', 0);
    expect(lock).toBeDefined();
    lock?.release();
  }
});

test('uninterrupted work ends before a signal ends the process', async () => {
  const root = openProject();
  const source = fs.readFileSync(new URL('../../src/host/node-signals.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.ESNext } });
  const module = join(scratch, 'node-signals.mjs');
  fs.writeFileSync(module, outputText);
  const program = `
    import { writeFileSync } from 'node:fs';
    import { uninterrupted } from ${JSON.stringify(pathToFileURL(module).href)};
    uninterrupted(() => {
      process.kill(process.pid, 'SIGTERM');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
      writeFileSync('done', '');
    });
    setTimeout(() => writeFileSync('survived', ''), 20_000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: root, stdio: 'inherit' });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGTERM');
  expect(fs.readdirSync(root)).toEqual(['done']);
});
