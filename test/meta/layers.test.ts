import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** Folders below src/ and what each may import of the others; `types` marks folders from which only types may come. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  '.': ['*'],
  start: ['host', '.:types'],
  commands: ['cli', 'config', 'host', 'import', 'init', 'diagnostics', 'plan', 'runtime', '.'],
  cache: ['config', 'diagnostics', 'host', 'memory', 'write', '.'],
  cli: ['cache', 'config', 'diagnostics', 'host', 'limits', 'memory', 'model', 'source', 'write', 'emit:types', '.'],
  init: ['config', 'diagnostics', 'emit', 'host', 'template', 'write', '.'],
  import: ['config', 'diagnostics', 'emit:types', 'host', 'init', 'limits', 'source', 'write', '.'],
  write: ['diagnostics', 'emit:types', 'host', 'vendored', '.'],
  handlers: ['diagnostics', 'emit', 'host', 'memory', 'model', '.'],
  emit: [
    'limits:types',
    'memory',
    'manifest:types',
    'model',
    'plan',
    'runtime',
    'template',
    'text',
    'types',
    'versions',
    '.',
  ],
  plan: ['diagnostics', 'flow', 'limits', 'manifest:types', 'model', 'runtime', '.'],
  types: ['emit', '.'],
  flow: ['patterns', 'runtime', '.'],
  check: [
    ...['config:types', 'diagnostics', 'flow', 'limits', 'text', 'manifest:types', 'memory', 'model', 'runtime'],
    ...['schema:types', 'source:types', 'vendored', 'versions', '.'],
  ],
  model: ['config:types', 'manifest:types', 'runtime', 'schema:types', '.'],
  schema: ['diagnostics', 'limits', 'memory', 'patterns', 'manifest:types', '.'],
  manifest: ['diagnostics', 'limits', 'memory', 'shape', 'source:types', '.'],
  config: ['diagnostics', 'host', 'limits', 'text', 'model:types', 'shape', 'source', '.'],
  shape: ['diagnostics', 'host', 'source:types', 'vendored', '.'],
  source: ['diagnostics', 'host', 'limits', 'memory', '.'],
  patterns: ['memory', 'vendored', '.'],
  text: ['diagnostics', 'source:types', '.'],
  limits: ['config:types', 'diagnostics', '.'],
  diagnostics: ['write:types', '.'],
  host: ['.'],
  memory: [],
  vendored: [],
  versions: ['vendored'],
  template: [],
  runtime: [],
};

/** Packages that only some folders may use, since each is fenced behind one adapter. */
const fenced: Readonly<Record<string, readonly string[]>> = {
  yaml: ['source', 'import'],
  'ts-morph': ['handlers'],
  'oxc-parser': ['emit', 'handlers'],
  handlebars: ['template'],
  '@viz-js/viz': ['emit'],
  '@apidevtools/json-schema-ref-parser': ['schema'],
  '@oclif/core': ['.', 'cli', 'commands'],
  ajv: ['shape', 'runtime', 'emit'],
  semver: ['versions'],
  chokidar: ['cli'],
  diff: ['write'],
  canonicalize: ['model'],
  '@modelcontextprotocol/server': ['runtime'],
  '@modelcontextprotocol/client': ['runtime'],
  '@modelcontextprotocol/node': ['runtime'],
  '@modelcontextprotocol/server-legacy': ['runtime'],
};

/** `node:` modules with an effect on the outside; everything else of Node is pure enough. */
const effects = new Set(['fs', 'fs/promises', 'child_process', 'net', 'http', 'https', 'os', 'worker_threads']);

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.ts'));

function importsOf(path: string): Import[] {
  const text = readFileSync(join(source, path), 'utf8');
  const statements = text.matchAll(/^(?:import|export) (type )?([^;]*?)from '([^']+)'|import\('([^']+)'\)/gms);
  return [...statements].map(([, type, names = '', module, dynamic]) => ({
    from: path,
    to: module ?? dynamic ?? '',
    typeOnly: type !== undefined || isListOfTypes(names),
  }));
}

/** `{ type A, type B }`, which leaves no import in the compiled module worth speaking of. */
function isListOfTypes(names: string): boolean {
  const each = /^\{(.*)\}\s*$/s
    .exec(names)?.[1]
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return each !== undefined && each.length > 0 && each.every((name) => name.startsWith('type '));
}

function folderOf(path: string): string {
  const [first = '', second] = path.split('/');
  return second === undefined ? '.' : first;
}

const all = files.flatMap(importsOf);

test('a folder imports only what its stage may know', () => {
  const wrong = all
    .filter(({ to }) => to.startsWith('.'))
    .map((each) => ({ ...each, target: posix.normalize(posix.join(posix.dirname(each.from), each.to)) }))
    .filter(({ from, target, typeOnly }) => {
      const [here, there] = [folderOf(from), folderOf(target)];
      const allowed = mayImport[here] ?? [];
      if (here === there || allowed.includes('*') || allowed.includes(there)) return false;
      return !(typeOnly && allowed.includes(`${there}:types`));
    });
  expect(wrong.map(({ from, target }) => `${from} -> ${target}`)).toEqual([]);
});

test('each package is used by the folders that fence it, and by no other', () => {
  const wrong = all.filter(({ from, to, typeOnly }) => {
    const name = to
      .split('/')
      .slice(0, to.startsWith('@') ? 2 : 1)
      .join('/');
    return !typeOnly && fenced[name] !== undefined && !fenced[name].includes(folderOf(from));
  });
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('effects are behind the host, or in the command line and the runtime', () => {
  const wrong = all.filter(
    ({ from, to }) =>
      to.startsWith('node:') &&
      effects.has(to.slice(5)) &&
      !['host', 'cli', 'commands', 'runtime'].includes(folderOf(from)),
  );
  expect(wrong.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test('no file is longer than 500 lines', () => {
  const long = files.filter(
    (path) => !path.endsWith('.generated.ts') && readFileSync(join(source, path), 'utf8').split('\n').length > 500,
  );
  expect(long).toEqual([]);
});

test('every folder of src/ has its place in the table', () => {
  const folders = new Set(files.map(folderOf));
  expect([...folders].filter((each) => mayImport[each] === undefined)).toEqual([]);
});
