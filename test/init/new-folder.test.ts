import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { locateNewFolder } from '../../src/host/new-folder.js';
import { inTemporaryFolder } from './temporary-folder.js';

test('a folder that is there', () =>
  inTemporaryFolder((folder) => {
    expect(locateNewFolder(folder)).toEqual({ path: folder, existing: folder, below: '' });
  }));

test('a folder that is to be created, seen through a link', () =>
  inTemporaryFolder((folder) => {
    mkdirSync(join(folder, 'real'));
    symlinkSync(join(folder, 'real'), join(folder, 'link'));
    expect(locateNewFolder(join(folder, 'link/a/b'))).toEqual({
      path: join(folder, 'real/a/b'),
      existing: join(folder, 'real'),
      below: 'a/b',
    });
  }));

test('a file is in the way', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'file'), '');
    expect(locateNewFolder(join(folder, 'file'))).toBeUndefined();
    expect(locateNewFolder(join(folder, 'file/below'))).toBeUndefined();
  }));
