import { expect, test } from 'vitest';
import { unifiedDiff } from '../../src/write/unified-diff.js';

test('nothing to show is an empty text, also for CRLF', () => {
  expect(unifiedDiff('a', 'x\n', 'x\n')).toBe('');
  expect(unifiedDiff('a', 'x\r\ny\r\n', 'x\ny\n')).toBe('');
});

test('an empty file and no file are different things', () => {
  expect(unifiedDiff('a', undefined, '')).toBe('--- /dev/null\n+++ b/a\n');
  expect(unifiedDiff('a', '', undefined)).toBe('--- a/a\n+++ /dev/null\n');
});

test('three lines of context, and a missing line end is said', () => {
  const lines = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const after = lines.map((line) => (line === '5' ? 'five' : line));
  expect(unifiedDiff('a', `${lines.join('\n')}\n`, `${after.join('\n')}\n`)).toBe(
    '--- a/a\n+++ b/a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
  );
  expect(unifiedDiff('a', 'x', 'x\n')).toBe(
    '--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n',
  );
});

test('what is no text, too large or too different is named and not shown', () => {
  expect(unifiedDiff('a', 'x\0y', 'z\n')).toBe('--- a/a\n+++ b/a\n\\ not shown: not a text file\n');
  const large = 'line\n'.repeat(300_000);
  expect(unifiedDiff('a', 'x\n', large)).toBe(
    '--- a/a\n+++ b/a\n\\ not shown: too large (1 lines before, 300000 after)\n',
  );
  const [left, right] = ['l', 'r'].map((side) => Array.from({ length: 5_000 }, (_, n) => `${side}${n}\n`).join(''));
  expect(unifiedDiff('a', left, right)).toBe(
    '--- a/a\n+++ b/a\n\\ not shown: too large (5000 lines before, 5000 after)\n',
  );
});

test('a path with odd characters cannot break the header', () => {
  expect(unifiedDiff('a\nb', 'x\n', 'y\n')).toContain('--- "a/a\\nb"\n+++ "b/a\\nb"\n@@');
});
