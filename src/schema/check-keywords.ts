import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { didYouMean } from '../diagnostics/suggest.js';
import { isJsonObject, type JsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { Dialect } from './dialect.js';
import { type Fault, faultsOf } from './keyword-faults.js';
import { foreignKeywordHelp, keywordSynonyms } from './keyword-help.js';
import { codeKeywords, keywordsOf, unsupportedKeywords } from './keywords.js';

/** Where a path inside the checked schema stands in its file. */
export type Locate = (path: JsonPath, target: 'key' | 'value') => Span;

/**
 * Holds the members of one subschema against its dialect: what the meta-schema says, in words, at the token.
 * Subschemas below are not entered: the walker brings each of them here.
 */
export function checkKeywords(schema: JsonObject, path: JsonPath, dialect: Dialect, locate: Locate): Diagnostic[] {
  const keywords = keywordsOf(dialect);
  const diagnostics: Diagnostic[] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    const here = [...path, keyword];
    if (codeKeywords.has(keyword)) {
      diagnostics.push(diagnose('schema/code-keyword', { keyword }, { span: locate(here, 'key') }));
      continue;
    }
    if (unsupportedKeywords.has(keyword) && keywords.has(keyword)) {
      diagnostics.push(diagnose('schema/unsupported-keyword', { keyword }, { span: locate(here, 'key') }));
      continue;
    }
    const kind = keywords.get(keyword);
    if (kind === undefined) {
      // At the root that is an error of its own.
      if (keyword.startsWith('x-') || (keyword === 'schemas' && path.length === 0 && isJsonObject(value))) continue;
      diagnostics.push(
        isLooseText(value, here, locate)
          ? diagnose('schema/loose-text', { text: keyword }, { span: locate(here, 'key') })
          : unknownKeyword(keyword, value, dialect, locate(here, 'key')),
      );
      continue;
    }
    diagnostics.push(...faultsOf(kind, keyword, value).map((fault) => atFault(fault, here, locate)));
  }
  return diagnostics;
}

/** A member without a value: in `{ description: One, two }` the comma ends the text, and `two` is left over. */
function isLooseText(value: JsonValue, path: JsonPath, locate: Locate): boolean {
  return value === null && locate(path, 'value').start === locate(path, 'key').start;
}

function unknownKeyword(keyword: string, value: JsonValue, dialect: Dialect, span: Span): Diagnostic {
  const keywords = keywordsOf(dialect);
  const synonym = keywordSynonyms.get(keyword.toLowerCase());
  const suggestion = synonym ?? didYouMean(keyword, keywords.keys());
  const help = foreignKeywordHelp(keyword, value, dialect);
  return diagnose('schema/unknown-keyword', { keyword, dialect, suggestion }, { span, help });
}

function atFault(fault: Fault, here: JsonPath, locate: Locate): Diagnostic {
  const span = locate([...here, ...(fault.path ?? [])], fault.isAtKey ? 'key' : 'value');
  const { problem, help, pattern } = fault;
  if (pattern !== undefined) return diagnose('schema/pattern', { pattern, problem }, { span, help });
  return diagnose('schema/invalid', { problem, help }, { span });
}
