import { expect, test } from 'vitest';
import { diagnose } from '../../src/diagnostics/catalogue.js';
import { prettyFindings } from '../../src/diagnostics/reporters/pretty.js';
import { prettyDiffs, prettyFiles } from '../../src/diagnostics/reporters/pretty-files.js';
import { dot, duplicate, HOSTILE, hostile, noConfig, RAW, skew, unknownKey } from './support.js';

const plain = { colour: false, folder: '' };

test('findings with frames, related places, help, in order, and a summary', () => {
  expect(prettyFindings([dot, unknownKey, skew, duplicate, noConfig], plain)).toBe(`\
info output/version-skew: the output was written by mcpgen 0.0.9, and this is mcpgen 0.1.0
  help: commit the new output, and use one version for all who build

error project/no-config: there is no mcpgen.yaml in support
  help: run \`mcpgen init\` for a new project, or name the project folder with \`--dir\`

manifests/tickets.yaml:4:11 - error names/duplicate-tool: the tool "create_ticket" is declared twice
  2 |   Ticket: { type: object }
  3 | tools:
  4 |   - name: create_ticket
    |           ^^^^^^^^^^^^^
  5 |     desciption: Opens a ticket.
  6 |     inputSchema: { type: object }
  manifests/more.yaml:2:11 - declared here as well
  1 | tools:
  2 |   - name: create_ticket
    |           ^^^^^^^^^^^^^
  help: all files of the manifests folder are one namespace: rename or remove one of the two

manifests/tickets.yaml:5:5 - error manifest/unknown-key: unknown key "desciption" in a tool
  3 | tools:
  4 |   - name: create_ticket
  5 |     desciption: Opens a ticket.
    |     ^^^^^^^^^^
  6 |     inputSchema: { type: object }
  7 |   - name: tickets.close
  help: did you mean \`description\`?

manifests/tickets.yaml:7:11 - warning names/dot: some hosts refuse a tool name with a dot: "tickets.close"
  5 |     desciption: Opens a ticket.
  6 |     inputSchema: { type: object }
  7 |   - name: tickets.close
    |           ^^^^^^^^^^^^^
  8 |     inputSchema: { type: object }
  help: use \`_\` or \`-\`

3 errors, 1 warning, 1 info; \`mcpgen explain <code>\` tells more
`);
});

test('the order of the findings does not matter', () => {
  const all = [dot, unknownKey, skew, duplicate, noConfig];
  expect(prettyFindings([...all].reverse(), plain)).toBe(prettyFindings(all, plain));
});

test('no findings', () => {
  expect(prettyFindings([], plain)).toBe('no problems found\n');
});

test('paths are seen from the current folder', () => {
  expect(prettyFindings([dot], { colour: false, folder: '../desk' })).toContain(
    '../desk/manifests/tickets.yaml:7:11 - ',
  );
});

test('colours only when asked for, and removing them gives the plain text', () => {
  const coloured = prettyFindings([duplicate], { ...plain, colour: true });
  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  expect(coloured).toContain('\u001b[31m          ^^^^^^^^^^^^^\u001b[39m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(prettyFindings([duplicate], plain));
});

test('at most a hundred findings', () => {
  const many = Array.from({ length: 130 }, (_, i) =>
    diagnose('names/dot', { name: `a.${String(i).padStart(3, '0')}` }),
  );
  const text = prettyFindings(many, plain);
  expect(text.match(/^warning names\/dot/gm)).toHaveLength(100);
  expect(text).toContain('"a.099"');
  expect(text).not.toContain('"a.100"');
  expect(text.endsWith('\nand 30 more\n\n130 warnings; `mcpgen explain <code>` tells more\n')).toBe(true);
  expect(prettyFindings(many, { ...plain, shown: 130 })).not.toContain(' more\n\n');
  expect(prettyFindings(many, { ...plain, shown: 1 })).toContain('\nand 129 more\n');
});

test('nothing hostile reaches the terminal', () => {
  const text = prettyFindings([hostile], plain);
  expect(text).not.toMatch(RAW);
  expect(text).not.toMatch(/^::/m);
  expect(text.split('\n')[0]).toBe(
    'manifests/\\u{1b}[2J,a:b%.yaml:1:8 - error manifest/bad-value: a\\u{1b}[31mred\\u{1b}]8;;http://evil\\u{7}\\r\\n::error::forged\\u{9b}2J\\u{202e}abc\\u{200b}\\u{e0041}%0A is refused',
  );
});

test('files: what changed, and a count', () => {
  expect(
    prettyFiles(
      [
        { path: 'generated/b.ts', status: 'unchanged' },
        { path: 'generated/c.ts', status: 'stale', diff: 'x' },
        { path: 'generated/a.ts', status: 'missing' },
      ],
      { colour: false, folder: 'desk' },
    ),
  ).toBe('missing   desk/generated/a.ts\nstale     desk/generated/c.ts\n1 stale, 1 missing, 1 unchanged\n');
  expect(prettyFiles([], plain)).toBe('');
});

test('files: no more than twenty lines', () => {
  const files = Array.from({ length: 25 }, (_, i) => ({ path: `generated/${i}.ts`, status: 'created' as const }));
  const lines = prettyFiles(files, plain).split('\n');
  expect(lines).toHaveLength(23);
  expect(lines.slice(-3)).toEqual(['and 5 more', '25 created', '']);
});

test('diffs are kept as they are, by path, and safe', () => {
  const diff = '--- a\n+++ a\n@@ -1 +1 @@\n-\told\n+\tnew\n';
  const files = [
    { path: 'b', status: 'stale', diff: `+${HOSTILE}` },
    { path: 'a', status: 'stale', diff },
  ] as const;
  const text = prettyDiffs(files, { colour: false });
  expect(text.startsWith(diff)).toBe(true);
  expect(text.slice(diff.length)).not.toMatch(RAW);
  expect(text.endsWith('\n')).toBe(true);
  expect(prettyDiffs(files, { colour: true })).toContain('\u001b[32m+\tnew\u001b[39m\n');
});
