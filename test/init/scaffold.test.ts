import { expect, test } from 'vitest';
import { parse } from 'yaml';
import ownPackage from '../../package.json' with { type: 'json' };
import { createNodeHost } from '../../src/host/node-host.js';
import { packageRoot } from '../../src/host/package-assets.js';
import { type ScaffoldOptions, scaffold } from '../../src/init/scaffold.js';
import { readVersions } from '../../src/init/versions.js';

const packageFiles = createNodeHost(packageRoot);
const versions = readVersions(packageFiles);
const options: ScaffoldOptions = { name: 'library-desk', bare: false, versions, mcpgen: '0.1.0' };

function filesOf(changes: Partial<ScaffoldOptions> = {}): Map<string, string> {
  return new Map(scaffold(packageFiles, { ...options, ...changes }).map(({ path, text }) => [path, text]));
}

const always = [
  '.editorconfig',
  '.gitattributes',
  '.github/workflows/check.yml',
  '.gitignore',
  '.mcp.json',
  '.vscode/extensions.json',
  '.vscode/mcp.json',
  '.vscode/settings.json',
  'README.md',
  'mcpgen.yaml',
  'package.json',
  'src/main.ts',
  'tsconfig.json',
];

test("a project has these files, in the order of their paths, and all of them are the author's", () => {
  const tests = ['test/examples.test.ts', 'test/find_books.test.ts'];
  const example = ['manifests/library.yaml', 'src/handlers/find_books.ts', ...tests];
  const files = scaffold(packageFiles, options);
  expect(files.map(({ path }) => path)).toEqual([...always, ...example].sort());
  expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(['once']));
});

test('a bare one has no tool, no handler and still a test', () => {
  const files = filesOf({ bare: true });
  expect([...files.keys()]).toEqual([...always, 'manifests/tools.yaml', 'test/contract.test.ts'].sort());
  expect(parse(files.get('manifests/tools.yaml') ?? '')).toEqual({ tools: [] });
});

test('every version is exact and is the one that mcpgen itself is tested with', () => {
  const made = JSON.parse(filesOf().get('package.json') ?? '') as typeof ownPackage;
  const own: Record<string, string> = { ...ownPackage.devDependencies, ...ownPackage.dependencies, mcpgen: '0.1.0' };
  const wanted = Object.entries({ ...made.dependencies, ...made.devDependencies });
  expect(wanted).toHaveLength(7);
  for (const [name, version] of wanted) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(version, name).toBe(own[name]);
  }
  expect(made.engines).toEqual(ownPackage.engines);
});

test('the name stands in every file that names the server', () => {
  const files = filesOf();
  const config = parse(files.get('mcpgen.yaml') ?? '') as { server: object };
  expect(config.server).toEqual({ name: 'library-desk', title: 'Library desk', version: '0.1.0' });
  expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({ name: 'library-desk', private: true });
  expect(JSON.parse(files.get('.mcp.json') ?? '')).toEqual({
    mcpServers: { 'library-desk': { command: 'node', args: ['dist/src/main.js'] } },
  });
  expect(JSON.parse(files.get('.vscode/mcp.json') ?? '')).toMatchObject({
    servers: { 'library-desk': { type: 'stdio' } },
  });
  expect(files.get('README.md')).toMatch(/^# Library desk\n/);
  expect(files.get('README.md')).toContain('[mcp_servers."library-desk"]');
});

test('a name that reads as another type in YAML stays text', () => {
  for (const name of ['null', '1e3', '0123', 'true']) {
    expect(parse(filesOf({ name }).get('mcpgen.yaml') ?? '')).toMatchObject({ server: { name } });
  }
});

test.each([false, true])('bare %s: the text depends on nothing but the options', (bare) => {
  const files = filesOf({ bare });
  for (const [path, text] of files) {
    expect(text, path).not.toContain(packageRoot);
    expect(text, path).not.toMatch(/\blatest\b|\r|[\t ]\n|\{\{(?! matrix)/);
    expect(text, path).not.toMatch(/\b20(?:2[4-9]|3\d)-\d\d-\d\d\b/);
    expect(text.endsWith('\n') && !text.endsWith('\n\n'), path).toBe(true);
  }
  expect(filesOf({ bare })).toEqual(files);
});

test('the workflow checks on the oldest Node and the newest LTS, with actions pinned by their major version', () => {
  const text = filesOf().get('.github/workflows/check.yml') ?? '';
  const { jobs } = parse(text) as { jobs: { check: { strategy: unknown; steps: Record<string, unknown>[] } } };
  expect(jobs.check.strategy).toMatchObject({ matrix: { node: [20, 26] } });
  expect(jobs.check.steps.flatMap((step) => step['uses'] ?? [])).toEqual([
    'actions/checkout@v6',
    'actions/setup-node@v6',
  ]);
  expect(jobs.check.steps.flatMap((step) => step['run'] ?? [])).toEqual([
    'npm ci',
    'npm run check',
    'npm run build',
    'npm test',
  ]);
  expect(text).toContain('node-version: ${' + '{ matrix.node }}');
});

test('the compiler is as strict as the generated code allows', () => {
  const { compilerOptions } = JSON.parse(filesOf().get('tsconfig.json') ?? '') as { compilerOptions: object };
  expect(compilerOptions).toMatchObject({
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmitOnError: true,
  });
});

test('editors find the schemas that the package ships', () => {
  const files = filesOf();
  for (const [path, prefix] of [
    ['mcpgen.yaml', './'],
    ['manifests/library.yaml', '../'],
  ] as const) {
    const [, schema] = /^# yaml-language-server: \$schema=(.*)\n/.exec(files.get(path) ?? '') ?? [];
    const shipped = schema?.replace(`${prefix}node_modules/mcpgen/`, '') ?? '';
    expect(packageFiles.kindOf(shipped), shipped).toBe('file');
  }
});

test('only a project that depends on a checkout is told so', () => {
  expect(filesOf().get('README.md')).not.toContain('checkout');
  const files = filesOf({ mcpgen: 'file:../m "x"' });
  expect(files.get('README.md')).toContain('checkout on this machine');
  expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({ devDependencies: { mcpgen: 'file:../m "x"' } });
});
