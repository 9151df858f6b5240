import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Init from '../../src/commands/init.js';
import { packageRoot } from '../../src/host/package-assets.js';
import { inTemporaryFolder } from './temporary-folder.js';

const printed = { stdout: '', stderr: '' };

beforeEach(() => {
  for (const stream of ['stdout', 'stderr'] as const) {
    printed[stream] = '';
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      printed[stream] += chunk;
      return true;
    });
  }
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs `mcpgen init --dir <folder> <args>` and gives back the exit code. */
async function init(folder: string, ...args: string[]): Promise<number> {
  process.exitCode = undefined;
  await Init.run(['--dir', folder, ...args], packageRoot);
  return Number(process.exitCode ?? 0);
}

function packageOf(folder: string): { name: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string };
}

test('names the project after its folder, and ends with what to do next', () =>
  inTemporaryFolder(async (folder) => {
    expect(await init(folder, 'Support Desk')).toBe(0);
    expect(packageOf(join(folder, 'Support Desk')).name).toBe('support-desk');
    expect(printed.stdout).toBe('');
    expect(printed.stderr).toMatch(/\n {2}cd '.*Support Desk'\n {2}npm install\n {2}npm run build\n {2}npm test\n$/);
  }));

test('takes another name, and the folder itself', () =>
  inTemporaryFolder(async (folder) => {
    expect(await init(folder, '--name', 'desk', '--bare')).toBe(0);
    expect(packageOf(folder).name).toBe('desk');
    expect(existsSync(join(folder, 'src/handlers'))).toBe(false);
  }));

test('refuses to be run twice, names the files, and changes none', () =>
  inTemporaryFolder(async (folder) => {
    await init(folder);
    writeFileSync(join(folder, 'mcpgen.yaml'), 'mine');
    expect(await init(folder)).toBe(1);
    expect(printed.stderr).toContain('project/already-there');
    expect(printed.stderr).toContain('mcpgen.yaml, package.json');
    expect(readFileSync(join(folder, 'mcpgen.yaml'), 'utf8')).toBe('mine');
  }));

test('a wrong name is a wrong command line, and nothing is written', () =>
  inTemporaryFolder(async (folder) => {
    expect(await init(folder, 'new', '--name', '../{{x}}')).toBe(2);
    expect(printed.stderr).toBe(
      'error: --name cannot be "../{{x}}": use small letters, digits, `-` and `_`, with a letter or digit at both ends\n',
    );
    expect(readdirSync(folder)).toEqual([]);
  }));

test('a file in the way of the folder is a wrong command line', () =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'file'), '');
    expect(await init(folder, 'file/new')).toBe(2);
    expect(printed.stderr).toBe('error: "file/new" cannot be a folder: a file is in the way\n');
  }));

test('as JSON, one object with every file', () =>
  inTemporaryFolder(async (folder) => {
    mkdirSync(join(folder, '.git'));
    expect(await init(folder, '--format', 'json')).toBe(0);
    const report = JSON.parse(printed.stdout) as { diagnostics: unknown[]; files: { path: string; status: string }[] };
    expect(report.diagnostics).toEqual([]);
    expect(report.files).toContainEqual({ path: 'src/main.ts', status: 'created' });
    expect(printed.stderr).toBe('');
  }));
