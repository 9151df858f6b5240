import { expect, test } from 'vitest';
import { FORMATS, type RenderOptions, renderReport } from '../../src/cli/report.js';
import { dot, unknownKey } from '../diagnostics/support.js';

const stale = { path: 'generated/a.ts', status: 'stale', diff: '--- a\n+++ a\n-old\n+new\n' } as const;

function render(format: RenderOptions['format'], exit: RenderOptions['exit'] = {}) {
  const report = { diagnostics: [dot, unknownKey], files: [stale] };
  return renderReport(report, {
    format,
    exit,
    version: '0.1.0',
    folder: 'desk',
    colour: { stdout: false, stderr: false },
  });
}

test('pretty: only the diff is data', async () => {
  const { stdout, stderr } = await render('pretty', { check: true });
  expect(stdout).toBe(stale.diff);
  expect(stderr).toContain('desk/manifests/tickets.yaml:5:5 - error manifest/unknown-key');
  expect(stderr).toMatch(/stale {5}desk\/generated\/a\.ts\n1 stale\n$/);
});

test.each([
  ['what was done says that all went well', 'created', 'created   desk/generated/a.ts\n1 created\n'],
  ['stale files are no good news', 'stale', 'stale     desk/generated/a.ts\n1 stale\n'],
  ['nothing done is told', 'unchanged', 'no problems found\n1 unchanged\n'],
] as const)('pretty, without findings: %s', async (_, status, stderr) => {
  const options = { format: 'pretty', exit: {}, version: '0.1.0', folder: 'desk' } as const;
  const report = { diagnostics: [], files: [{ path: 'generated/a.ts', status }] };
  expect(await renderReport(report, { ...options, colour: { stdout: false, stderr: false } })).toEqual({
    stdout: '',
    stderr,
  });
});

test('colours follow the stream', async () => {
  const report = { diagnostics: [dot], files: [stale] };
  const options = { format: 'pretty', exit: {}, version: '0.1.0', folder: '' } as const;
  const { stdout, stderr } = await renderReport(report, { ...options, colour: { stdout: false, stderr: true } });
  expect(stdout).not.toContain('\u001b');
  expect(stderr).toContain('\u001b[33mwarning');
});

test.each(FORMATS.filter((format) => format !== 'pretty'))(
  '%s: stdout is the document, stderr is empty',
  async (format) => {
    const { stdout, stderr } = await render(format);
    expect(stderr).toBe('');
    if (format === 'github') expect(stdout.trimEnd().split('\n')).toSatisfy((lines) => lines.every(isCommand));
    else expect(JSON.parse(stdout)).toBeTypeOf('object');
  },
);

function isCommand(line: string): boolean {
  return /^::(error|warning|notice) /.test(line);
}

test('json: paths are relative to the project, elsewhere to the current folder', async () => {
  expect((await render('json')).stdout).not.toContain('desk/');
  expect((await render('sarif')).stdout).toContain('"desk/manifests/tickets.yaml"');
  expect((await render('github')).stdout).toContain('file=desk/manifests/tickets.yaml,');
});

test.each(FORMATS)('%s: too many warnings are said on stderr', async (format) => {
  expect((await render(format, { maxWarnings: 0 })).stderr).toMatch(
    /error: more warnings than --max-warnings 0 allows\n$/,
  );
});
