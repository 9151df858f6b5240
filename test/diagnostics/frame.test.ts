import { expect, test } from 'vitest';
import { codeFrame } from '../../src/diagnostics/reporters/frame.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { HOSTILE, RAW, spanOf, tickets } from './support.js';

function frame(text: string, start: number, end = start): string {
  return draw(new SourceFile('a.yaml', text), start, end);
}

function frameOf(text: string, token: string): string {
  const { file, start, end } = spanOf(new SourceFile('a.yaml', text), token);
  return draw(file, start, end);
}

function draw(file: SourceFile, start: number, end: number): string {
  return codeFrame({ file, start, end })
    .map(({ kind, gutter, text }) => `${gutter}${kind === 'gap' ? ':' : '|'}${text}`)
    .join('\n');
}

test('two lines around the token, carets under exactly it', () => {
  const { file, start, end } = spanOf(tickets, 'desciption');
  expect(draw(file, start, end)).toBe(
    [
      '3|tools:',
      '4|  - name: create_ticket',
      '5|    desciption: Opens a ticket.',
      ' |    ^^^^^^^^^^',
      '6|    inputSchema: { type: object }',
      '7|  - name: tickets.close',
    ].join('\n'),
  );
});

test('what is escaped beside a character of two code units takes as many columns as it shows', () => {
  // A character that no terminal has, and a tag, which together are one grapheme.
  expect(frame('\u{3fffe}\u{e0020} ', 4)).toBe(`1|\u{3fffe}\\u{e0020} \n |${' '.repeat(10)}^`);
});

test('line numbers are as wide as the last one', () => {
  const text = Array.from({ length: 12 }, (_, i) => `line${i + 1}`).join('\n');
  expect(frameOf(text, 'line9')).toBe(' 7|line7\n 8|line8\n 9|line9\n  |^^^^^\n10|line10\n11|line11');
});

test('an empty file', () => {
  expect(frame('', 0)).toBe('1|\n |^');
});

test('the end of a file that ends with a line end is on the empty line after it', () => {
  expect(frame('tools:\n', 7)).toBe('1|tools:\n2|\n |^');
});

test('the end of a file without a line end, and a position beyond it', () => {
  expect(frame('tools:', 6)).toBe('1|tools:\n |      ^');
  expect(frame('tools:', 99, 120)).toBe('1|tools:\n |      ^');
});

test('the empty last line is no context', () => {
  expect(frameOf('a: 1\nb: 2\n', 'b')).toBe('1|a: 1\n2|b: 2\n |^');
});

test('carriage returns do not show', () => {
  expect(frameOf('a: 1\r\nbad: 2\r\nc: 3\r\n', 'bad')).toBe('1|a: 1\n2|bad: 2\n |^^^\n3|c: 3');
  expect(frameOf('a: 1\rbad: 2\rc: 3', 'bad')).toBe('1|a: 1\n2|bad: 2\n |^^^\n3|c: 3');
});

test('tabs are drawn as spaces up to the next stop, and can be underlined', () => {
  expect(frameOf('\tname:\tx', 'x')).toBe('1|    name:   x\n |            ^');
  expect(frameOf('a\t\tb', '\t\t')).toBe('1|a       b\n | ^^^^^^^');
});

test('wide characters count two columns, joined emoji and combining marks as drawn', () => {
  expect(frameOf('名前: 値 bad', 'bad')).toBe('1|名前: 値 bad\n |         ^^^');
  expect(frameOf('名前: x', '名前')).toBe('1|名前: x\n |^^^^');
  expect(frameOf('👩‍👩‍👧 🇩🇪 bad', 'bad')).toBe('1|👩‍👩‍👧 🇩🇪 bad\n |      ^^^');
  expect(frameOf('e\u0301 bad', 'bad')).toBe('1|e\u0301 bad\n |  ^^^');
  expect(frameOf('ｆｕｌｌ 한글 ❤️ bad', 'bad')).toBe('1|ｆｕｌｌ 한글 ❤️ bad\n |                 ^^^');
});

test('a span over several lines is underlined on each, without indentation, blank lines and the line end after it', () => {
  const text = 'a:\n  - one\n\n  - two\nb: 1\n';
  expect(frame(text, 5, 20)).toBe('1|a:\n2|  - one\n |  ^^^^^\n3|\n4|  - two\n |  ^^^^^\n5|b: 1');
});

test('of a long span only its start and its last line are shown', () => {
  const text = Array.from({ length: 20 }, (_, i) => `k${i + 1}: v`).join('\n');
  const start = text.indexOf('k3');
  expect(frame(text, start, text.indexOf('\nk18'))).toBe(
    ' 1|k1: v\n 2|k2: v\n 3|k3: v\n  |^^^^^\n 4|k4: v\n  |^^^^^\n 5|k5: v\n  |^^^^^\n  :\n17|k17: v\n  |^^^^^^\n18|k18: v\n19|k19: v',
  );
});

test('a long line is cut to a window around the token', () => {
  const text = `short\n${'x'.repeat(500)}BAD${'y'.repeat(500)}\n`;
  expect(frameOf(text, 'BAD')).toBe(`1|\n2|…${'x'.repeat(40)}BAD${'y'.repeat(77)}…\n |${' '.repeat(41)}^^^`);
});

test('a token longer than the window is underlined as far as it shows', () => {
  const lines = codeFrame(spanOf(new SourceFile('a.yaml', `k: ${'z'.repeat(100_000)}`), 'z'.repeat(100_000)));
  expect(lines.map(({ text }) => text)).toEqual([`k: ${'z'.repeat(117)}…`, `   ${'^'.repeat(117)}`]);
});

test('the window does not tear a character apart', () => {
  const lines = codeFrame(spanOf(new SourceFile('a.yaml', `${'😀'.repeat(300)}BAD${'😀'.repeat(300)}`), 'BAD'));
  for (const { text } of lines) expect(text).not.toMatch(/\\u/);
});

test('control and invisible characters are written out, and the carets stay below the token', () => {
  expect(frameOf('a: \u001b[31m bad', 'bad')).toBe('1|a: \\u{1b}[31m bad\n |              ^^^');
  expect(frameOf('a: \u202e', '\u202e')).toBe('1|a: \\u{202e}\n |   ^^^^^^^^');
  expect(frameOf(`x: ${HOSTILE}`, 'x')).not.toMatch(RAW);
});
