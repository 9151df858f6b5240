import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EmittedFile } from '../../src/emit/emitted-file.js';
import { type Host, HostError } from '../../src/host/host.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { writeScaffold } from '../../src/init/write-scaffold.js';
import { inTemporaryFolder } from './temporary-folder.js';

const files: EmittedFile[] = [
  { path: 'README.md', kind: 'once', text: 'read\n' },
  { path: 'src/handlers/a.ts', kind: 'once', text: 'a\n' },
  { path: 'src/main.ts', kind: 'once', text: 'main\n' },
];

test('writes into a folder with other things in it', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'LICENSE'), 'MIT');
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'src'));
    const report = writeScaffold(createNodeHost(folder), '', files);
    expect(report.diagnostics).toEqual([]);
    expect(report.files).toEqual(files.map(({ path }) => ({ path, status: 'created' })));
    expect(readFileSync(join(folder, 'src/handlers/a.ts'), 'utf8')).toBe('a\n');
    expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toBe('MIT');
  }));

test('writes into a folder that has to be created', () =>
  inTemporaryFolder((folder) => {
    expect(writeScaffold(createNodeHost(folder), 'new/one', files).diagnostics).toEqual([]);
    expect(readFileSync(join(folder, 'new/one/src/main.ts'), 'utf8')).toBe('main\n');
  }));

test('names everything that is in the way and writes nothing', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'README.md'), 'mine');
    mkdirSync(join(folder, 'src'));
    symlinkSync(folder, join(folder, 'src/handlers'));
    const { diagnostics, files: written } = writeScaffold(createNodeHost(folder), '', files);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([['project/already-there', 'error']]);
    expect(diagnostics[0]?.message).toContain(': README.md, src/handlers');
    expect(written).toEqual([]);
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toBe('mine');
    expect(existsSync(join(folder, 'src/main.ts'))).toBe(false);
  }));

test('a file where a folder belongs is named once', () =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, 'src'), '');
    const { diagnostics } = writeScaffold(createNodeHost(folder), '', files);
    expect(diagnostics[0]?.message).toMatch(/: src$/);
  }));

test('takes everything back when the file system refuses one file', () =>
  inTemporaryFolder((folder) => {
    const { diagnostics, files: written } = writeScaffold(refusing('new/src/main.ts', folder), 'new', files);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'cannot write new/src/main.ts (ENOSPC); everything is as it was before',
    ]);
    expect(written).toEqual([]);
    expect(existsSync(join(folder, 'new'))).toBe(false);
  }));

/** A host on which writing one path fails. */
function refusing(path: string, folder: string): Host {
  const host = createNodeHost(folder);
  const writeFile = host.writeFile.bind(host);
  host.writeFile = (at, bytes, options) => {
    if (at === path) throw new HostError('write', at, 'ENOSPC');
    writeFile(at, bytes, options);
  };
  return host;
}
