import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { Progress } from '../../src/cli/progress.js';
import { wantsProgress } from '../../src/cli/terminal.js';

function progress() {
  const stream = new PassThrough({ encoding: 'utf8' });
  return { stream, shown: () => String(stream.read() ?? ''), progress: new Progress(stream) };
}

const clear = '\u001b[1G\u001b[2K';

test('a short build says nothing', () => {
  const { shown, progress: line } = progress();
  line.watch('checking the schemas', 'a', 10);
  line.watch('checking the schemas', 'b', 999);
  line.end();
  expect(shown()).toBe('');
});

test('a long one shows the stage and how many of its units have begun, and leaves nothing behind', () => {
  const { shown, progress: line } = progress();
  line.watch('checking the schemas', 'a', 900);
  line.watch('checking the schemas', 'b', 1_000);
  expect(shown()).toBe(`${clear}checking the schemas (2) …`);
  // Too soon for another one.
  line.watch('checking the schemas', 'c', 1_050);
  expect(shown()).toBe('');
  line.watch('writing', undefined, 1_200);
  expect(shown()).toBe(`${clear}writing …`);
  line.end();
  expect(shown()).toBe(clear);
  line.end();
  expect(shown()).toBe('');
});

test('it is for people who watch', () => {
  const terminal = { isTTY: true };
  expect(wantsProgress(terminal, {})).toBe(true);
  expect(wantsProgress({ isTTY: false }, {})).toBe(false);
  expect(wantsProgress({}, {})).toBe(false);
  expect(wantsProgress(terminal, { CI: 'true' })).toBe(false);
  expect(wantsProgress(terminal, { TERM: 'dumb' })).toBe(false);
  // Without colours there still is a terminal.
  expect(wantsProgress(terminal, { NO_COLOR: '1' })).toBe(true);
});
