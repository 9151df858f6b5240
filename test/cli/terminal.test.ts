import { expect, test } from 'vitest';
import { wantsColour } from '../../src/cli/terminal.js';

test.each([
  [true, {}, true],
  [false, {}, false],
  [undefined, {}, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [true, { TERM: 'dumb' }, false],
])('terminal %s with %j: %s', (isTTY, env, expected) => {
  expect(wantsColour({ isTTY }, env)).toBe(expected);
});
