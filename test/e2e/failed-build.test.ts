import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { buildProject } from '../../src/cli/build-project.js';
import type { Report } from '../../src/diagnostics/reporters/report.js';
import * as contract from '../../src/emit/contract/emit-contract.js';
import { HostError } from '../../src/host/host.js';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.js';
import * as assets from '../../src/host/package-assets.js';
import { smallProject as withSite } from './support/small-project.js';

/** A build that fails, at whichever stage, leaves every file as it was: issue 2, done-when 4. */
vi.mock(import('../../src/host/package-assets.js'), async (original) => {
  const actual = await original();
  return { ...actual, readAsset: vi.fn(actual.readAsset) };
});
vi.mock(import('../../src/emit/contract/emit-contract.js'), async (original) => {
  const actual = await original();
  return { ...actual, emitContract: vi.fn(actual.emitContract) };
});
afterEach(() => {
  vi.mocked(assets.readAsset).mockReset();
  vi.mocked(contract.emitContract).mockReset();
});

const options = { check: false, force: false };

let files: Readonly<Record<string, string>>;

beforeAll(async () => {
  const host = createMemoryHost(smallProject);
  expect(codesOf(await buildProject(host, options))).toEqual([]);
  expect(host.textOf('generated/contract.json')).toContain('create_ticket');
  files = Object.fromEntries(textsOf(host));
});

/** The small project as a build leaves it. */
function built(): MemoryHost {
  return createMemoryHost(files);
}

function write(host: MemoryHost, path: string, text: string): void {
  host.writeFile(path, new TextEncoder().encode(text));
}

function codesOf(report: Report): string[] {
  return report.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** Without the site, whose many files take every path that the others take. */
const smallProject: Readonly<Record<string, string>> = {
  ...withSite,
  'mcpgen.yaml': `${withSite['mcpgen.yaml']}targets: [server, client]\n`,
};

/** Every stage's mistake comes with a change that would have been written. */
const change = 'tools: [{ name: another_one, inputSchema: { type: object } }]\n';

interface Mistake {
  readonly stage: string;
  readonly path: string;
  readonly text: string;
  readonly code: string;
}

const mistakes: Mistake[] = [
  { stage: 'config', path: 'mcpgen.yaml', text: 'mcpgen: 1\nservr: { name: a, version: 1.0.0 }\n', code: 'manifest/' },
  { stage: 'source', path: 'manifests/broken.yaml', text: 'tools:\n\t- name: a\n', code: 'yaml/' },
  { stage: 'shape', path: 'manifests/typo.yaml', text: 'tools: [{ name: a, inptSchema: {} }]\n', code: 'manifest/' },
  {
    stage: 'names',
    path: 'manifests/twice.yaml',
    text: change.replace('another_one', 'create_ticket'),
    code: 'names/',
  },
  {
    stage: 'schema',
    path: 'manifests/lost.yaml',
    text: "tools: [{ name: a, inputSchema: { type: object, properties: { x: { $ref: '#/schemas/Lost' } } } }]\n",
    code: 'schema/',
  },
  {
    stage: 'handlers',
    path: 'src/handlers/second.ts',
    text: "export const tool = 'create_ticket';\nexport default async () => ({});\n",
    code: 'handlers/',
  },
  { stage: 'write', path: 'generated/server/handlers.ts', text: '// edited by hand\n', code: 'output/' },
];

test.each(mistakes)('a mistake found at the stage $stage', async ({ path, text, code }) => {
  const host = built();
  write(host, 'manifests/another.yaml', change);
  write(host, path, text);
  const before = host.snapshot();
  const report = await buildProject(host, options);
  expect(codesOf(report).map((each) => each.slice(0, code.length))).toEqual([code]);
  expect(report.files.filter(({ status }) => /created|updated|removed/.test(status))).toEqual([]);
  expect(host.snapshot()).toEqual(before);
});

/** All are bugs of ours when they happen: what ships with the compiler cannot be read, or what it emits would not compile. */
test.each([
  {
    stage: 'emit',
    message: 'the runtime is gone',
    breakIt: () =>
      vi.mocked(assets.readAsset).mockImplementation(() => {
        throw new Error('the runtime is gone');
      }),
  },
  { stage: 'gate', message: /would not parse/, breakIt: () => emitBeside('export const half = ;\n') },
  {
    stage: 'gate',
    message: /would hold a ExpressionStatement/,
    breakIt: () => emitBeside("await import('./elsewhere.js');\n"),
  },
])('a bug at the stage $stage: $message', async ({ breakIt, message }) => {
  const host = built();
  write(host, 'manifests/another.yaml', change);
  const before = host.snapshot();
  breakIt();
  await expect(buildProject(host, options)).rejects.toThrow(message);
  expect(host.snapshot()).toEqual(before);
});

/** Makes an emitter write one module more. */
function emitBeside(text: string): void {
  vi.mocked(contract.emitContract).mockReturnValue({ path: 'generated/more.ts', kind: 'generated', text });
}

const situations: Record<string, () => MemoryHost> = {
  'a first build': () => createMemoryHost(smallProject),
  'a changed build': () => {
    const host = built();
    write(host, 'manifests/another.yaml', change);
    const tickets = smallProject['manifests/tickets.yaml'] ?? '';
    // One tool more, one less, one changed.
    const withoutLast = tickets.slice(0, tickets.indexOf('  - name: assign_ticket'));
    write(host, 'manifests/tickets.yaml', withoutLast.replace('Opens a ticket.', 'Opens a new ticket.'));
    return host;
  },
};

test.each(Object.keys(situations))('%s on a disk of which one operation fails, whichever', async (title) => {
  const prepare = (): MemoryHost => {
    const host = (situations[title] ?? built)();
    host.faults.reset();
    return host;
  };
  const whole = prepare();
  expect(codesOf(await buildProject(whole, options))).toEqual([]);
  const fresh = textsOf(whole);
  const total = whole.faults.count;
  let failures = 0;
  for (let n = 1; n <= total; n++) {
    const host = prepare();
    const before = host.snapshot();
    host.faults.failAt(n, 'ENOSPC');
    const succeeded = await buildProject(host, options).then(
      (report) => codesOf(report).length === 0,
      (error: unknown) => {
        expect(error, `operation ${n}`).toBeInstanceOf(HostError);
        return false;
      },
    );
    host.faults.reset();
    if (succeeded) expect(textsOf(host), `operation ${n}`).toEqual(fresh);
    else expect(host.snapshot(), `operation ${n}`).toEqual(before);
    if (!succeeded) failures += 1;
  }
  expect(failures).toBeGreaterThan(total / 2);
});

test('a project that was mended builds as if nothing had happened', async () => {
  const host = built();
  const before = host.snapshot();
  write(host, 'manifests/broken.yaml', 'tools: [');
  expect(codesOf(await buildProject(host, options))).toHaveLength(1);
  host.remove('manifests/broken.yaml');
  expect(codesOf(await buildProject(host, options))).toEqual([]);
  expect(host.snapshot()).toEqual(before);
});

function textsOf(host: MemoryHost): Map<string, string> {
  return new Map(host.listFiles('.').map((path) => [path, host.textOf(path) ?? '']));
}
