import { parseDocument, type YAMLError } from 'yaml';
import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type Result, resultOf } from '../diagnostics/result.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import { SourceDoc, trimmedSpan } from './source-doc.js';
import { toJson, type YamlLimits } from './to-json.js';

/** Above this many brackets open at once the parser itself would overflow or take seconds. */
const bracketsTheParserBears = 500;

/** A syntax error tends to cause more of them further down; the first few are the author's. */
const errorsShown = 5;

/** Parses one file of YAML 1.2 (JSON is a part of it) into JSON with positions. */
export function parseYaml(file: SourceFile, limits: YamlLimits): Result<SourceDoc | undefined> {
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
    logLevel: 'silent',
    keepSourceTokens: false,
  });
  const problems = [
    ...document.errors,
    ...document.warnings.filter((warning) => warning.code !== 'TAG_RESOLVE_FAILED'),
  ];
  if (problems.length > 0) {
    const diagnostics = problems.slice(0, errorsShown).map((problem) => toDiagnostic(problem, file, limits));
    return { ok: false, diagnostics };
  }
  if (document.contents === null) {
    return {
      ok: true,
      value: undefined,
      diagnostics: [diagnose('yaml/empty-file', {}, { span: { file, start: 0, end: 0 } })],
    };
  }
  const { value, diagnostics } = toJson(document, file, limits);
  return resultOf(new SourceDoc(file, value, document), diagnostics);
}

function refuseBeforeParsing(file: SourceFile, limits: YamlLimits): Diagnostic | undefined {
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

function tooDeep(file: SourceFile, offset: number, value: number, limits: YamlLimits): Diagnostic {
  const params = { what: 'nesting of the YAML', value, limit: limits.yamlDepth, setting: 'yamlDepth', hard: 200 };
  return diagnose('limits/exceeded', params, { span: { file, start: offset, end: offset + 1 } });
}

function toDiagnostic(problem: YAMLError, file: SourceFile, limits: YamlLimits): Diagnostic {
  const [start, end] = problem.pos;
  const span = trimmedSpan(file, start, Math.max(end, start));
  if (/call stack/.test(problem.message)) return tooDeep(file, start, limits.yamlDepth + 1, limits);
  if (problem.code === 'MULTIPLE_DOCS') return diagnose('yaml/multiple-documents', {}, { span });
  if (problem.code === 'TAB_AS_INDENT') return diagnose('yaml/tab', {}, { span });
  const help = syntaxHelp[problem.code];
  return diagnose('yaml/syntax', { problem: lowerFirst(problem.message.replace(/\s*:?\s*$/, '')) }, { span, help });
}

/** What the parser's codes usually mean for somebody who writes a manifest. */
const syntaxHelp: Readonly<Record<string, string>> = {
  BAD_INDENT: 'members of one map start in the same column',
  BLOCK_AS_IMPLICIT_KEY: 'a text that holds `: ` needs quotes, or a block scalar (`|`)',
  MULTILINE_IMPLICIT_KEY:
    'a key ends with `:` on its own line; a text of several lines needs quotes, or a block scalar (`|`)',
  MISSING_CHAR: 'close the quote or bracket, or quote the text',
  UNEXPECTED_TOKEN: 'quote texts that hold `: `, ` #`, or start with one of `@ & * ! % [ { > |` or a backtick',
  BAD_SCALAR_START: 'a text cannot start with this character: put it in quotes',
  BAD_ALIAS: 'a text that starts with `*` needs quotes',
  DUPLICATE_KEY: 'remove or rename one of the two',
};

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
