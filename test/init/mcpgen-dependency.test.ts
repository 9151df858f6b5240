import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { mcpgenDependency } from '../../src/init/mcpgen-dependency.js';

const version = '1.2.3';

test('an installed mcpgen is depended on by its exact version', () => {
  const packageRoot = '/home/a/project/node_modules/mcpgen';
  expect(mcpgenDependency({ packageRoot, projectRoot: '/home/a/new', version }, posix)).toBe('1.2.3');
  const onWindows = { packageRoot: 'C:\\p\\node_modules\\mcpgen', projectRoot: 'C:\\p\\new', version };
  expect(mcpgenDependency(onWindows, win32)).toBe('1.2.3');
});

test.each([
  ['beside the project', '/home/a/mcpgen', '/home/a/new', 'file:../mcpgen'],
  ['above the project', '/home/a/mcpgen', '/home/a/mcpgen/tmp/new', 'file:../..'],
  ['far away', '/srv/tools/mcpgen', '/home/a/work/new', 'file:/srv/tools/mcpgen'],
  ['with nothing in common but the top', '/mcpgen', '/new', 'file:/mcpgen'],
  ['in the project itself', '/home/a/mcpgen', '/home/a/mcpgen', 'file:.'],
  ['with odd characters, which npm takes as they are', '/home/a/m #%20é', '/home/a/new', 'file:../m #%20é'],
])('a checkout %s', (_, packageRoot, projectRoot, spec) => {
  expect(mcpgenDependency({ packageRoot, projectRoot, version }, posix)).toBe(spec);
});

test.each([
  ['beside the project', 'C:\\a\\mcpgen', 'C:\\a\\new', 'file:../mcpgen'],
  ['on another drive', 'D:\\mcpgen', 'C:\\a\\new', 'file:D:/mcpgen'],
])('a checkout on Windows, %s', (_, packageRoot, projectRoot, spec) => {
  expect(mcpgenDependency({ packageRoot, projectRoot, version }, win32)).toBe(spec);
});
