import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { delayingFlag } from '../../src/start/delay-optimization.js';

test.each([
  ['11.3.244.8-node.33', '--interrupt-budget=270000'],
  ['12.4.254.21-node.33', '--invocation-count-for-turbofan=30000'],
  ['13.6.233.17-node.37', undefined],
  ['14.6.202.34-node.19', undefined],
  ['11.30.1', undefined],
])('V8 %s is told %s', (version, flag) => {
  expect(delayingFlag(version)).toBe(flag);
});

test('this V8 knows what it is told', () => {
  const [name] = delayingFlag(process.versions.v8)?.split('=') ?? [];
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  expect(name === undefined || options.includes(`  ${name} (`)).toBe(true);
});
