import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type CheckReport, checkProject, describeFixes } from '../../src/cli/check-project.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import { createNodeHost } from '../../src/host/node-host.js';
import { mcpgen } from '../e2e/support/cli.js';

const config =
  'mcpgen: 1\nserver: { name: desk, version: 1.0.0 }\nlint: { ruleset: none, rules: { redundant-type-list: warning } }\n';
const path = 'manifests/tools.yaml';

function manifest(type: string, name = 'get_order'): string {
  return `# All about orders.\ntools:\n  - name: ${name} # by its number\n    inputSchema: { type: object,  properties: { id: { type: ${type} } } }\n`;
}

function hostOf(files: Readonly<Record<string, string>> = { [path]: manifest('[string]') }): MemoryHost {
  return createMemoryHost({ 'mcpgen.yaml': config, ...files });
}

function codesOf({ diagnostics }: CheckReport): string[] {
  return diagnostics.map(({ code }) => code);
}

test('without --fix nothing is written', () => {
  const host = hostOf();
  const before = host.snapshot();
  const report = checkProject(host, { fix: false });
  expect(codesOf(report)).toEqual(['lint/redundant-type-list']);
  expect([report.files, report.fixed]).toEqual([[], []]);
  expect(host.snapshot()).toEqual(before);
});

test('--fix mends what it can, and leaves comments and spaces as they are', () => {
  const host = hostOf();
  const report = checkProject(host, { fix: true });
  expect(report).toMatchObject({ diagnostics: [], files: [{ path, status: 'updated' }] });
  expect(host.textOf(path)).toBe(manifest('string'));
  expect(describeFixes(report.fixed)).toBe('fixed 1 finding: 1 lint/redundant-type-list\n');
  expect([...host.snapshot().keys()].sort()).toEqual([path, 'mcpgen.yaml']);
});

test('only the files with something to mend are touched, and a second run has nothing to do', () => {
  const other = 'manifests/other.yaml';
  const host = hostOf({ [path]: manifest('[string]'), [other]: manifest('string', 'get_stock') });
  const stamp = host.stampOf(other);
  expect(checkProject(host, { fix: true }).files).toEqual([{ path, status: 'updated' }]);
  expect(host.stampOf(other)).toBe(stamp);
  const after = host.snapshot();
  expect(checkProject(host, { fix: true })).toMatchObject({ diagnostics: [], files: [], fixed: [] });
  expect(host.snapshot()).toEqual(after);
});

test('a byte order mark and the ends of lines stay', () => {
  const text = `\uFEFF${manifest('[string]').replaceAll('\n', '\r\n')}`;
  const host = hostOf({ [path]: text });
  checkProject(host, { fix: true });
  expect(host.readFile(path)).toEqual(new TextEncoder().encode(text.replace('[string]', 'string')));
});

test('a contract with errors is not mended', () => {
  const host = hostOf({ [path]: manifest('[string]'), 'manifests/broken.yaml': 'tools: [{ name: x }]\n' });
  const before = host.snapshot();
  const report = checkProject(host, { fix: true });
  expect(codesOf(report)).toEqual(['manifest/missing-key']);
  expect([report.files, host.snapshot()]).toEqual([[], before]);
});

test('a rule of the level error is mended as well', () => {
  const host = hostOf();
  host.writeFile('mcpgen.yaml', new TextEncoder().encode(config.replace('list: warning', 'list: error')));
  expect(checkProject(host, { fix: true })).toMatchObject({ diagnostics: [], fixed: [{ severity: 'error' }] });
});

test('what a comment ignores is not mended', () => {
  const text = manifest('[string]').replace(
    'tools:',
    '# mcpgen-ignore redundant-type-list: the client of 2019 wants a list\ntools:',
  );
  const host = hostOf({ [path]: text });
  expect(checkProject(host, { fix: true })).toMatchObject({ diagnostics: [], files: [], fixed: [] });
  expect(host.textOf(path)).toBe(text);
});

test('a comment that ignores nothing is removed, with its line or the spaces before it', () => {
  const ignore = '# mcpgen-ignore redundant-type-list: the client of 2019 wants a list';
  const text = manifest('string');
  const host = hostOf({
    [path]: text.replace('tools:', `${ignore}\ntools:`).replace('\n    input', `   ${ignore}\n    input`),
  });
  host.writeFile(path, new TextEncoder().encode((host.textOf(path) ?? '').replace(' # by its number', '')));
  const report = checkProject(host, { fix: true });
  expect(report.fixed.map(({ code }) => code)).toEqual(['lint/unused-ignore', 'lint/unused-ignore']);
  expect([report.diagnostics, host.textOf(path)]).toEqual([[], text.replace(' # by its number', '')]);
});

test('a file that an editor saves meanwhile is not overwritten, nor is any other one changed', () => {
  const other = 'manifests/other.yaml';
  const host = hostOf({ [path]: manifest('[string]'), [other]: manifest('[string]', 'get_stock') });
  const lock = host.lock.bind(host);
  host.lock = (...args) => {
    host.writeFile(path, new TextEncoder().encode(manifest('[integer]')));
    return lock(...args);
  };
  const report = checkProject(host, { fix: true });
  expect(codesOf(report)).toEqual(['lint/redundant-type-list', 'lint/redundant-type-list', 'output/changed-meanwhile']);
  expect([report.files, report.fixed]).toEqual([[], []]);
  expect(host.textOf(path)).toBe(manifest('[integer]'));
  expect(host.textOf(other)).toBe(manifest('[string]', 'get_stock'));
});

test('a file that is gone meanwhile does not come back', () => {
  const host = hostOf();
  const lock = host.lock.bind(host);
  host.lock = (...args) => {
    host.remove(path);
    return lock(...args);
  };
  expect(codesOf(checkProject(host, { fix: true })).at(-1)).toBe('output/changed-meanwhile');
  expect(host.kindOf(path)).toBe('absent');
});

test('it waits for a build to end, and then says who is in the way', () => {
  const host = hostOf();
  host.lock = () => undefined;
  const report = checkProject(host, { fix: true });
  expect(codesOf(report)).toEqual(['lint/redundant-type-list', 'output/busy']);
  expect(host.textOf(path)).toBe(manifest('[string]'));
});

test('a manifest that is a link is not written through it', () => {
  const host = hostOf({ 'shared/tools.yaml': manifest('[string]') });
  host.addLink(path, '../shared/tools.yaml');
  const report = checkProject(host, { fix: true });
  expect(codesOf(report)).toEqual(['lint/redundant-type-list', 'output/not-a-folder']);
  expect(host.kindOf(path)).toBe('symlink');
  expect(host.textOf('shared/tools.yaml')).toBe(manifest('[string]'));
});

test('a disk that fails at any step leaves every manifest whole: all as before, or all mended', () => {
  const other = 'manifests/other.yaml';
  const files = { [path]: manifest('[string]'), [other]: manifest('[string]', 'get_stock') };
  const before = [files[path], files[other]];
  const after = [manifest('string'), manifest('string', 'get_stock')];
  let failures = 0;
  for (let step = 1; step < 60; step++) {
    const host = hostOf(files);
    const lock = host.lock.bind(host);
    host.lock = (...args) => {
      const held = lock(...args);
      host.faults.failAt(step);
      return held;
    };
    const report = checkProject(host, { fix: true });
    const texts = [host.textOf(path), host.textOf(other)];
    const codes = codesOf(report);
    if (codes.some((code) => code.startsWith('output/'))) {
      failures++;
      expect(texts).toEqual(before);
    } else expect(texts).toEqual(after);
  }
  expect(failures).toBeGreaterThan(5);
});

test('the command line mends, says what and prints what is left as data', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-fix-'));
  try {
    mkdirSync(join(folder, 'manifests'));
    writeFileSync(join(folder, 'mcpgen.yaml'), config);
    const full = join(folder, path);
    writeFileSync(full, manifest('[string]'), { mode: 0o640 });
    const { mode } = statSync(full);
    expect(await mcpgen(folder, 'check', '--max-warnings', '0')).toMatchObject({ code: 1 });
    const fixing = await mcpgen(folder, 'check', '--fix', '--max-warnings', '0');
    expect(fixing).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `fixed 1 finding: 1 lint/redundant-type-list\nupdated   ${path}\n1 updated\n`,
    });
    expect([readFileSync(full, 'utf8'), statSync(full).mode]).toEqual([manifest('string'), mode]);

    writeFileSync(full, manifest('[string]'));
    const json = await mcpgen(folder, 'check', '--fix', '--format', 'json');
    expect([json.code, json.stderr]).toEqual([0, '']);
    expect(JSON.parse(json.stdout)).toEqual({ diagnostics: [], files: [{ path, status: 'updated' }] });
    expect(existsSync(join(folder, '.mcpgen-generated'))).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('on a real disk a link out of the manifests folder is not written through either', () => {
  const folder = mkdtempSync(join(tmpdir(), 'check-fix-'));
  try {
    for (const name of ['manifests', 'shared']) mkdirSync(join(folder, name));
    writeFileSync(join(folder, 'mcpgen.yaml'), config);
    writeFileSync(join(folder, 'shared/tools.yaml'), manifest('[string]'));
    symlinkSync('../shared/tools.yaml', join(folder, path));
    const report = checkProject(createNodeHost(folder), { fix: true });
    expect(codesOf(report)).toContain('output/not-a-folder');
    expect(readFileSync(join(folder, 'shared/tools.yaml'), 'utf8')).toBe(manifest('[string]'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
