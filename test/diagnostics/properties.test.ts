import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { display } from '../../src/diagnostics/reporters/display.js';
import { codeFrame } from '../../src/diagnostics/reporters/frame.js';
import { githubReport } from '../../src/diagnostics/reporters/github.js';
import { jsonReport } from '../../src/diagnostics/reporters/json.js';
import { prettyFindings } from '../../src/diagnostics/reporters/pretty.js';
import { sarifReport } from '../../src/diagnostics/reporters/sarif.js';
import { SourceFile } from '../../src/diagnostics/source-file.js';
import { didYouMean } from '../../src/diagnostics/suggest.js';
import { RAW } from './support.js';

// Whatever a file may hold, with more of what is troublesome.
const nasty = fc.constantFrom(
  '\n',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '\u001b[31m',
  '\u009b',
  '\u202e',
  '\u200b',
  '::',
  '%',
  '値',
  '👩‍👩‍👧',
  'x'.repeat(90),
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 })
  .map((parts) => parts.join(''));
const span = fc.record({ path: text, text, start: fc.nat(300), length: fc.nat(300) }).map((each) => {
  // No token starts or ends within a character.
  const place = (offset: number) => (/^[\uDC00-\uDFFF]/.test(each.text.slice(offset)) ? offset - 1 : offset);
  const start = Math.max(0, place(each.start));
  return { file: new SourceFile(each.path, each.text), start, end: Math.max(start, place(each.start + each.length)) };
});
const finding: fc.Arbitrary<Diagnostic> = fc.record({
  code: fc.constantFrom('names/dot', 'yaml/syntax'),
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: text,
  span,
  related: fc.array(fc.record({ message: text, span }), { maxLength: 2 }),
  help: text,
});

test('a frame never holds what a terminal would obey, and always underlines something', () => {
  fc.assert(
    fc.property(span, (each) => {
      const lines = codeFrame(each);
      expect(lines.length).toBeLessThanOrEqual(13);
      for (const line of lines) expect(line.text).not.toMatch(RAW);
      const marks = lines.filter(({ kind }) => kind === 'mark');
      expect(marks.length).toBeGreaterThan(0);
      for (const mark of marks) expect(mark.text).toMatch(/^ *\^+$/);
    }),
  );
});

test('carets are never further right than the text, but for one at its end', () => {
  fc.assert(
    fc.property(span, (each) => {
      const lines = codeFrame(each);
      lines.forEach(({ kind, text: mark }, index) => {
        if (kind === 'mark') expect(mark.length).toBeLessThanOrEqual(display(lines[index - 1]?.text ?? '').width + 1);
      });
    }),
  );
});

test('no format prints anything raw', () => {
  const options = { version: '0.1.0', folder: '', ruleText: () => undefined };
  fc.assert(
    fc.property(fc.array(finding, { maxLength: 3 }), (diagnostics) => {
      expect(prettyFindings(diagnostics, { colour: false, folder: '' })).not.toMatch(RAW);
      const github = githubReport({ diagnostics, files: [] }, { folder: '' });
      expect(github).not.toMatch(RAW);
      expect(github.split('\n')).toHaveLength(diagnostics.length + 1);
      const json = jsonReport({ diagnostics, files: [] });
      expect(json).not.toMatch(RAW);
      const messages = (JSON.parse(json) as { diagnostics: { message: string }[] }).diagnostics.map(
        (each) => each.message,
      );
      expect(messages.sort()).toEqual(diagnostics.map((each) => each.message).sort());
      expect(sarifReport(diagnostics, options)).not.toMatch(RAW);
    }),
  );
});

test('one mistake in a name is found', () => {
  const name = fc.stringMatching(/^[a-z_]{4,20}$/);
  fc.assert(
    fc.property(name, fc.nat(19), fc.constantFrom('drop', 'double', 'swap'), (candidate, at, mistake) => {
      const i = at % (candidate.length - 1);
      const [a, b] = [candidate[i], candidate[i + 1]];
      const middle = { drop: '', double: `${a}${a}`, swap: `${b}${a}` }[mistake];
      const wrong = candidate.slice(0, i) + middle + candidate.slice(i + (mistake === 'swap' ? 2 : 1));
      expect(didYouMean(wrong, ['#', candidate])).toBe(wrong === candidate ? undefined : candidate);
    }),
  );
});
