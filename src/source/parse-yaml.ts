import { type Document, parseDocument, type YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Result, resultOf } from '../diagnostics/result.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import { listFindings } from '../limits/list-findings.js';
import { explainSyntax } from './explain-syntax.js';
import { SourceDoc } from './source-doc.js';
import { toJson } from './to-json.js';

/** Above this many brackets open at once the parser itself would overflow or take seconds. */
const bracketsTheParserBears = 500;

/** One parsed file: undefined when it was empty. After errors that leave the rest to be judged, `rest` is that. */
export type ParsedYaml = Result<SourceDoc | undefined> & { readonly rest?: SourceDoc };

/** Parses one file of YAML 1.2 (JSON is a part of it) into JSON with positions. */
export function parseYaml(file: SourceFile, limits: Limits): ParsedYaml {
  const refused = refuseBeforeParsing(file, limits);
  if (refused !== undefined) return { ok: false, diagnostics: [refused] };
  const document = parseDocument(file.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    // The library's own check is quadratic; toJson has a linear one.
    uniqueKeys: false,
    resolveKnownTags: false,
    prettyErrors: false,
    // Not 'silent', with which a second document would be dropped without a word.
    logLevel: 'error',
    keepSourceTokens: false,
  });
  const problem = [...document.errors, ...document.warnings].find((each) => each.code !== 'TAG_RESOLVE_FAILED');
  if (problem !== undefined) return { ok: false, diagnostics: [toDiagnostic(problem, document, file, limits)] };
  if (document.contents === null) {
    const empty = diagnose('yaml/empty-file', {}, { span: { file, start: 0, end: 0 } });
    return { ok: true, value: undefined, diagnostics: [empty] };
  }
  const { value, places, diagnostics } = toJson(document, file, limits);
  const doc = new SourceDoc(file, value, places);
  return {
    ...resultOf(doc, listFindings(diagnostics, 'this file')),
    ...(diagnostics.every(leavesTheRest) ? { rest: doc } : {}),
  };
}

/** Findings after which the rest of the file can still be judged: none of them leaves a hole that would be one more. */
function leavesTheRest({ code, severity }: Diagnostic): boolean {
  return severity !== 'error' || /^yaml\/(duplicate-key|forbidden-key|forbidden-character|number)$/.test(code);
}

function refuseBeforeParsing(file: SourceFile, limits: Limits): Diagnostic | undefined {
  const directive = /^%[^\r\n]*/.exec(file.text);
  if (directive !== null) {
    return diagnose(
      'yaml/directive',
      { directive: directive[0] },
      { span: { file, start: 0, end: directive[0].length } },
    );
  }
  let open = 0;
  for (let i = 0; i < file.text.length; i++) {
    const code = file.text.charCodeAt(i);
    if (code === 91 || code === 123) open++;
    else if (code === 93 || code === 125) open--;
    if (open > bracketsTheParserBears) {
      return tooDeep(file, i, open, limits);
    }
  }
  return undefined;
}

function tooDeep(file: SourceFile, offset: number, value: number, limits: Limits): Diagnostic {
  return exceeded('yamlDepth', value, limits, { span: { file, start: offset, end: offset + 1 }, atLeast: true });
}

/** Only the first error: those after it tend to be its consequences, and further tabs are seen at a glance. */
function toDiagnostic(first: YAMLError, document: Document.Parsed, file: SourceFile, limits: Limits): Diagnostic {
  const [start] = first.pos;
  if (/call stack/.test(first.message)) return tooDeep(file, start, limits.yamlDepth + 1, limits);
  if (first.code === 'MULTIPLE_DOCS') {
    return diagnose('yaml/multiple-documents', {}, { span: { file, ...secondDocument(file, start) } });
  }
  if (first.code === 'TAB_AS_INDENT') return diagnose('yaml/tab', {}, { span: { file, start, end: start + 1 } });
  const { problem, help, ...place } = explainSyntax(document, first, file);
  return diagnose('yaml/syntax', { problem }, { span: { file, ...place }, help });
}

/** The marker before the second document; the parser's offset is that of what it holds. */
function secondDocument(file: SourceFile, offset: number): { start: number; end: number } {
  const marker = file.text.lastIndexOf('---', offset + 3);
  return marker === -1 ? { start: offset, end: offset + 1 } : { start: marker, end: marker + 3 };
}
