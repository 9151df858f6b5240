import { expect, expectTypeOf, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../../src/runtime/environment.js';
import { createContractServer } from '../../src/runtime/server.js';

const VARIABLES = [
  { name: 'TOKEN', description: 'API token of the desk', required: true, secret: true },
  { name: 'URL', required: true },
  { name: 'REGION', required: false, default: 'eu' },
  { name: 'DEBUG', required: false },
] as const;

test('values are typed: required ones and those with a default are strings', () => {
  const environment = readEnvironment(VARIABLES, { TOKEN: 't', URL: 'u', REGION: '', OTHER: 'x' });
  expect(environment).toStrictEqual({ TOKEN: 't', URL: 'u', REGION: 'eu', DEBUG: undefined });
  expectTypeOf(environment).toEqualTypeOf<{
    readonly TOKEN: string;
    readonly URL: string;
    readonly REGION: string;
    readonly DEBUG: string | undefined;
  }>();
});

test('all missing variables are named at once, and no value is shown', () => {
  const read = () => readEnvironment(VARIABLES, { TOKEN: '', REGION: 'hunter2' });
  expect(read).toThrow(EnvironmentError);
  expect(read).toThrow('Required environment variables are not set:\n- TOKEN: API token of the desk\n- URL');
  expect(read).not.toThrow('hunter2');
});

test('a server does not start without them', () => {
  const start = (source: Record<string, string>) =>
    createContractServer({
      info: { name: 'n', version: '1' },
      tools: [],
      environment: VARIABLES,
      handlers: {},
      options: { services: undefined, environment: source },
    });
  expect(() => start({ TOKEN: 't' })).toThrow('- URL');
  expect(start({ TOKEN: 't', URL: 'u' }).info.name).toBe('n');
});
