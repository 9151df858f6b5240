import { afterEach, expect, test, vi } from 'vitest';
import type { PrerequisiteDefinition } from '../../src/runtime/prerequisites.js';
import { PrerequisiteError, Prerequisites } from '../../src/runtime/prerequisites.js';

const need = { required: true, neededBy: ['get_ticket'] };
const none = { server: 'desk', environment: [], variables: [], packages: [], services: [] };

const definition = {
  server: 'desk',
  environment: [
    { name: 'DESK_KEY', description: 'Opens the store', required: true },
    { name: 'DESK_REGION', required: false, default: 'eu' },
    { name: 'DESK_COLOR', required: false },
  ],
  variables: [
    { name: 'DESK_KEY', ...need },
    { name: 'DESK_COLOR', required: false, neededBy: ['draw'] },
  ],
  packages: [
    { name: 'ajv', ...need, version: '^8.0.0', range: [['>=8.0.0', '<9.0.0-0']] },
    { name: 'semver', ...need, version: '^6.0.0', range: [['>=6.0.0', '<7.0.0-0']] },
    { name: 'no-such-package-of-the-desk', ...need },
    { name: '@desk/none', required: false, neededBy: ['draw'], version: '1.x', range: [['>=1.0.0', '<2.0.0-0']] },
  ],
  services: [
    { name: 'store', required: true, neededBy: ['get_ticket', 'draw'], description: 'Holds the tickets.' },
    { name: 'mail', required: false, neededBy: ['draw'] },
  ],
} as const satisfies PrerequisiteDefinition;

let logged: string[] = [];
afterEach(() => vi.restoreAllMocks());

function watchLog(): void {
  logged = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => logged.push(String(text)) > 0);
}

const refused = async () => {
  throw new Error('connect ECONNREFUSED\n127.0.0.1:5432');
};

test('one message names all that is missing, what needs it and how to mend it', async () => {
  watchLog();
  const failed = Prerequisites.check(definition, { store: refused, mail: refused }, { environment: { DESK_KEY: '' } });
  await expect(failed).rejects.toThrow(PrerequisiteError);
  const error = await failed.catch((reason: unknown) => reason as PrerequisiteError);
  const installed = (await import('semver/package.json', { with: { type: 'json' } })).default.version;
  expect((error as PrerequisiteError).message.split('\n')).toEqual([
    'The server cannot start. Missing:',
    '- environment variable DESK_KEY, for get_ticket: it is not set (Opens the store); set it in the environment of the server',
    `- package semver, for get_ticket: version ${installed} is installed, not ^6.0.0; run \`npm install "semver@^6.0.0"\``,
    '- package no-such-package-of-the-desk, for get_ticket: it is not installed; run `npm install no-such-package-of-the-desk`',
    '- service store, for get_ticket, draw: connect ECONNREFUSED 127.0.0.1:5432 (Holds the tickets.)',
  ]);
  expect((error as PrerequisiteError).missing.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'environment DESK_KEY',
    'package semver',
    'package no-such-package-of-the-desk',
    'service store',
  ]);
  expect(logged).toEqual([]);
});

test('what is not required is logged, a line each', async () => {
  watchLog();
  const present = { ...definition, packages: [definition.packages[0], definition.packages[3]] };
  const options = { environment: { DESK_KEY: 'x' } };
  const { environment } = await Prerequisites.check(present, { store: () => undefined, mail: refused }, options);
  expect(environment).toEqual({ DESK_KEY: 'x', DESK_REGION: 'eu', DESK_COLOR: undefined });
  expect(logged).toEqual([
    'desk: starts without environment variable DESK_COLOR, for draw: it is not set; set it in the environment of the server\n',
    'desk: starts without package @desk/none, for draw: it is not installed; run `npm install "@desk/none@1.x"`\n',
    'desk: starts without service mail, for draw: connect ECONNREFUSED 127.0.0.1:5432\n',
  ]);
});

test('a service that nobody looks for is logged when that is said, and missing when it is not', async () => {
  watchLog();
  const services = { ...none, services: [{ name: 'constructor', ...need }] };
  await Prerequisites.check(services, { constructor: 'unchecked' as const });
  expect(logged).toEqual([
    'desk: starts without service constructor, for get_ticket: nobody looks for it; give `checkPrerequisites` a function that does\n',
  ]);
  await expect(Prerequisites.check(services, {})).rejects.toThrow(
    '- service constructor, for get_ticket: nobody looks for it',
  );
});

test('a probe that does not answer is aborted, and named', async () => {
  let isAborted = false;
  const stuck = (signal: AbortSignal) =>
    new Promise(() => {
      signal.addEventListener('abort', () => {
        isAborted = true;
      });
    });
  const services = { ...none, services: [{ name: 'store', ...need }] };
  const failed = Prerequisites.check(services, { store: stuck }, { timeoutMs: 20 });
  await expect(failed).rejects.toThrow('- service store, for get_ticket: it does not answer within 20 ms');
  expect(isAborted).toBe(true);
});

test('an error of the network says what is behind it', async () => {
  const services = {
    ...none,
    services: [
      { name: 'a', ...need },
      { name: 'b', ...need },
      { name: 'c', ...need },
    ],
  };
  const failed = Prerequisites.check(services, {
    a: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED ::1:1') })),
    b: () => Promise.reject(Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' })),
    c: () => Promise.reject('no'),
  });
  await expect(failed).rejects.toThrow(/a, .*: fetch failed: connect ECONNREFUSED ::1:1\n.*: ECONNREFUSED\n.*: no$/);
});

test('a server takes only the proof of its own contract, and looks itself for all but services without one', async () => {
  watchLog();
  const own = { ...none, services: [{ name: 'store', ...need }] };
  const proof = await Prerequisites.check(own, { store: () => true });
  expect(() => Prerequisites.ensure(own, proof)).not.toThrow();
  expect(() => Prerequisites.ensure({ ...own }, proof)).toThrow(TypeError);
  expect(() => Prerequisites.ensure(own, { environment: {} })).toThrow(
    'is not what `await checkPrerequisites(...)` returned',
  );
  expect(logged).toEqual([]);
  Prerequisites.ensure(own, undefined);
  expect(logged).toEqual([expect.stringContaining('service store, for get_ticket: nobody looks for it')]);
  expect(() => Prerequisites.ensure(definition, undefined, {})).toThrow(/DESK_KEY[\s\S]*semver[\s\S]*no-such-package/);
});
