import { fileURLToPath } from 'node:url';
import * as Args from '@oclif/core/args';
import { Config } from '@oclif/core/config';
import * as Flags from '@oclif/core/flags';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BaseCommand, maxWarningsFlag } from '../../src/cli/base-command.js';
import type { Report } from '../../src/cli/report.js';
import { HostError } from '../../src/host/host.js';
import { dot, RAW, unknownKey } from '../diagnostics/support.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

let behaviour: () => Report = () => ({ diagnostics: [], files: [] });

class Probe extends BaseCommand {
  static override args = { file: Args.string({ required: true }) };
  static override flags = {
    ...maxWarningsFlag,
    check: Flags.boolean(),
    force: Flags.boolean({ exclusive: ['check'] }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(Probe);
    this.projectFolder(flags.dir);
    await this.report(behaviour(), flags, { check: flags.check });
  }
}

beforeEach(() => {
  vi.stubEnv('NO_COLOR', '1');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  behaviour = () => ({ diagnostics: [], files: [] });
});

/** Runs the command as the process would, but for the process. */
async function run(...argv: string[]): Promise<{ stdout: string; stderr: string; code: unknown }> {
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      written[name] += String(text);
      return true;
    });
  }
  const pjson = { name: 'mcpgen', version: '0.1.0', bugs: { url: 'https://bugs.example' }, oclif: {} };
  await Probe.run(argv, await Config.load({ root, pjson }));
  vi.restoreAllMocks();
  const code = process.exitCode;
  process.exitCode = undefined;
  return { ...written, code };
}

test('a report and its exit code', async () => {
  expect(await run('x')).toEqual({ stdout: '', stderr: 'no problems found\n', code: 0 });
  expect(await run('x', '--format', 'json')).toMatchObject({
    stdout: '{\n  "diagnostics": [],\n  "files": []\n}\n',
    stderr: '',
    code: 0,
  });
  behaviour = () => ({ diagnostics: [unknownKey], files: [] });
  expect(await run('x', '--format=json')).toMatchObject({ stderr: '', code: 1 });
  behaviour = () => ({ diagnostics: [dot], files: [] });
  expect(await run('x', '--format=github')).toMatchObject({ stderr: '', code: 0 });
  expect(await run('x', '--max-warnings=0', '--format=sarif')).toMatchObject({ code: 1 });
  behaviour = () => ({ diagnostics: [], files: [{ path: 'a', status: 'stale' }] });
  expect(await run('x', '--check')).toMatchObject({ code: 1 });
});

test('paths are printed from the current folder', async () => {
  behaviour = () => ({ diagnostics: [dot], files: [] });
  expect((await run('x', '--dir', 'test/cli')).stderr).toContain('test/cli/manifests/tickets.yaml:7:11');
});

test.each([
  [['x', '--fromat', 'json'], 'error: unknown flag --fromat; did you mean --format?\n'],
  [['x', '--chekc'], 'error: unknown flag --chekc; did you mean --check?\n'],
  [['x', '--hepl'], 'error: unknown flag --hepl; did you mean --help?\n'],
  [['x', '--quux=\u001b[31m'], 'error: unknown flag --quux=\\u{1b}[31m; see --help\n'],
  [['x', '-q'], 'error: unknown flag -q; see --help\n'],
  [['x', '--format', 'jsno'], 'error: expected --format=jsno to be one of: pretty, json, sarif, github; see --help\n'],
  [['x', '--max-warnings', 'few'], 'error: --max-warnings: expected an integer but received: few; see --help\n'],
  [
    ['x', '--max-warnings', '-1'],
    'error: --max-warnings: expected an integer greater than or equal to 0 but received: -1; see --help\n',
  ],
  [['x', '--check', '--force'], 'error: --check=true cannot also be provided when using --force; see --help\n'],
  [[], 'error: missing argument <file>; see --help\n'],
  [['x', 'y', 'z'], 'error: unexpected argument "y", "z"; see --help\n'],
  [['x', '--dir', 'nowhere'], 'error: there is no folder "nowhere"\n'],
  [['x', '--dir', 'package.json'], 'error: "package.json" is not a folder\n'],
])('a wrong command line takes one line and exit code 2: %j', async (argv, stderr) => {
  expect(await run(...argv)).toEqual({ stdout: '', stderr, code: 2 });
});

test('a refusal of the file system is no bug', async () => {
  behaviour = () => {
    throw new HostError('read', 'manifests/a.yaml', 'EACCES');
  };
  expect(await run('x')).toEqual({ stdout: '', stderr: 'error: cannot read manifests/a.yaml: EACCES\n', code: 1 });
});

test('anything else is our bug: a stack, where to report it, exit code 70', async () => {
  behaviour = () => {
    throw new TypeError('no \u001b[31mcolour', { cause: new Error('the reason') });
  };
  const { stdout, stderr, code } = await run('x', '--format', 'json');
  expect([stdout, code]).toEqual(['', 70]);
  expect(stderr).not.toMatch(RAW);
  const lines = stderr.split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'error: this is a bug of mcpgen, not a mistake of yours',
    'TypeError: no \\u{1b}[31mcolour',
  ]);
  expect(lines).toContain('caused by Error: the reason');
  expect(stderr).toContain('base-command.test.ts');
  expect(lines.slice(-3)).toEqual([
    `mcpgen 0.1.0, node ${process.version}, ${process.platform} ${process.arch}`,
    'Please report it at https://bugs.example, with the lines above and the manifest that caused it.',
    '',
  ]);
});

test('also what is thrown without being an Error', async () => {
  behaviour = () => {
    throw 'a string';
  };
  expect(await run('x')).toMatchObject({ code: 70, stderr: expect.stringContaining('\na string\n') });
});
