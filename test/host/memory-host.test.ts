import { expect, test } from 'vitest';
import { HostError } from '../../src/host/host.js';
import { Killed } from '../../src/host/memory-faults.js';
import { createMemoryHost } from '../../src/host/memory-host.js';
import { hostContract } from './contract.js';

hostContract('memory', () => {
  const host = createMemoryHost();
  return {
    host,
    addLink: (path, target) => host.addLink(path, target),
    addPipe: (path) => host.addOther(path),
    stamp: (path) => host.stampOf(path),
    outside: '../beside.txt',
  };
});

const text = new TextEncoder().encode('text');

test('a fault hits the chosen operation and no other', () => {
  const host = createMemoryHost({ 'a.txt': 'a' });
  host.faults.failAt(2, 'ENOSPC');
  host.writeFile('b.txt', text);
  expect(() => host.writeFile('c.txt', text)).toThrow(new HostError('write', 'c.txt', 'ENOSPC'));
  host.writeFile('d.txt', text);
  expect(host.listFiles('.')).toEqual(['a.txt', 'b.txt', 'd.txt']);
});

test('a killed host does nothing more, leaves half a file, and frees its locks when it is revived', () => {
  const host = createMemoryHost();
  const lock = host.lock('lock', 0);
  host.faults.killAt(1);
  expect(() => host.writeFile('a.txt', text)).toThrow(Killed);
  expect(() => host.removeTree('a.txt')).toThrow(Killed);
  expect(host.textOf('a.txt')).toBe('te');
  host.faults.revive();
  expect(host.lock('lock', 0)).toBeDefined();
  lock?.release();
  expect(host.lock('lock', 0)).toBeUndefined();
});

test('folders cannot be renamed while they are busy, files can', () => {
  const host = createMemoryHost({ 'folder/a.txt': 'a' });
  host.foldersAreBusy = true;
  expect(() => host.rename('folder', 'other')).toThrow('EBUSY');
  host.rename('folder/a.txt', 'b.txt');
  expect(host.textOf('b.txt')).toBe('a');
});
