import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { areaOf, titleOfArea } from '../../src/diagnostics/catalogue/areas.js';
import { diagnosticCodes } from '../../src/diagnostics/catalogue.js';
import { pageUrl } from '../../src/diagnostics/page-url.js';

// The built program, as users run it: `npm test` builds it first.
const bin = fileURLToPath(new URL('../../bin/run.js', import.meta.url));

interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

function mcpgen(argv: readonly string[], { readsOutput = true, nodeArguments = [] as string[] } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...nodeArguments, bin, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  if (readsOutput) child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  else child.stdout.destroy();
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ stdout, stderr, code }));
  });
}

test('without arguments it shows what there is', async () => {
  const { stdout, stderr, code } = await mcpgen([]);
  expect([stderr, code]).toEqual(['', 0]);
  expect(stdout).toContain('explain  Say what a finding means');
});

test.each([[['help', 'explain']], [['explain', '--help']], [['explain', '-h']]])('help: %j', async (argv) => {
  const { stdout, stderr, code } = await mcpgen(argv);
  expect([stderr, code]).toEqual(['', 0]);
  expect(stdout).toContain('$ mcpgen explain');
});

test('the version is data', async () => {
  expect(await mcpgen(['--version'])).toMatchObject({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/), code: 0 });
});

test.each([
  [['explian'], 'error: unknown command "explian"; did you mean explain?\n'],
  [['xyzzy', '--help'], 'error: unknown command "xyzzy"; see mcpgen --help\n'],
  [['--dir', '.'], 'error: unknown flag --dir in place of a command; see mcpgen --help\n'],
  [['explain', 'names/dto'], 'error: unknown code "names/dto"; did you mean names/dot?\n'],
  [['explain', 'unknown-key'], 'error: unknown code "unknown-key"; did you mean manifest/unknown-key?\n'],
  [['explain', '../../README'], 'error: unknown code "../../README"; `mcpgen explain` lists all\n'],
  [['explain', '--format', 'sarif'], 'error: expected --format=sarif to be one of: pretty, json; see --help\n'],
])('wrong usage: %j', async (argv, stderr) => {
  expect(await mcpgen(argv)).toEqual({ stdout: '', stderr, code: 2 });
});

test('explain prints a page', async () => {
  const { stdout, stderr, code } = await mcpgen(['explain', 'names/dot']);
  expect([stderr, code]).toEqual(['', 0]);
  expect(stdout).toMatch(/^names\/dot\n\nThe name of a tool has a dot\.\n[\s\S]*\n {4}tools:\n[\s\S]*\nRight\n/);
});

test('explain says how severe a finding is, and where its page is published', async () => {
  const { stdout } = await mcpgen(['explain', 'names/dot']);
  expect(stdout.trimEnd().split('\n').slice(-2)).toEqual(['Severity: warning', `Page: ${pageUrl('names/dot')}`]);
});

test('explain of a rule shows its levels and its options', async () => {
  const { stdout } = await mcpgen(['explain', 'lint/deep-nesting']);
  expect(stdout).toContain('\nLevels: recommended warning, strict warning.\n');
  expect(stdout).toMatch(/^\| `max` \| .* \| `5` \|$/m);
  const facts = JSON.parse((await mcpgen(['explain', 'lint/deep-nesting', '--format', 'json'])).stdout);
  expect(facts).toMatchObject({
    levels: { recommended: 'warning', strict: 'warning' },
    options: { max: { type: 'integer', default: 5, minimum: 1 } },
    fixable: false,
  });
});

test('explain lists all codes by area, with their severities', async () => {
  const { stdout } = await mcpgen(['explain']);
  const lines = stdout.trimEnd().split('\n');
  const codes = lines.filter((line) => line.startsWith('  ')).map((line) => line.trim().split(' ')[0]);
  expect(codes).toEqual(diagnosticCodes);
  expect(lines.find((line) => line.startsWith('  names/dot'))).toMatch(
    /^ {2}names\/dot +warning +The name of a tool has a dot\.$/,
  );
  const areas = lines.filter((line) => line !== '' && !line.startsWith(' '));
  expect(areas).toEqual([...new Set(diagnosticCodes.map(areaOf))].map(titleOfArea));
});

test('explain as JSON', async () => {
  const one = JSON.parse((await mcpgen(['explain', 'names/dot', '--format', 'json'])).stdout);
  expect(one).toEqual({
    code: 'names/dot',
    severity: 'warning',
    title: 'The name of a tool has a dot.',
    url: pageUrl('names/dot'),
    markdown: expect.stringMatching(/^# names\/dot\n/),
  });
  const all = JSON.parse((await mcpgen(['explain', '--format', 'json'])).stdout);
  expect(all).toHaveLength(diagnosticCodes.length);
  expect(all[0]).toEqual({
    code: diagnosticCodes[0],
    severity: 'error',
    title: expect.any(String),
    url: expect.stringMatching(/^https:/),
  });
});

test('a reader that goes away ends it quietly', async () => {
  expect(await mcpgen(['explain', '--format', 'json'], { readsOutput: false })).toMatchObject({ stderr: '', code: 0 });
});

test('what is thrown outside of any command is a bug of ours, too', async () => {
  // Throws from a timer as soon as mcpgen has begun to listen.
  const thrower = `const timer = setInterval(() => {
    if (process.listenerCount('uncaughtException') === 0) return;
    clearInterval(timer);
    throw new Error('too late');
  }, 1);`;
  const nodeArguments = ['--import', `data:text/javascript,${encodeURIComponent(thrower)}`];
  const { stderr, code } = await mcpgen(['explain'], { nodeArguments });
  expect(code).toBe(70);
  expect(stderr).toMatch(/^error: this is a bug of mcpgen, not a mistake of yours\nError: too late\n/);
});
