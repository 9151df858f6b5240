import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import { isJsonObject, type JsonPath, type JsonValue } from '../json.js';
import type { LocateTarget, SourceDoc } from '../source/source-doc.js';
import { codePointOf, firstHidden, type HiddenCharacter } from './hidden-characters.js';

/** So many blanks, or line ends, in a row push what follows out of sight. Real contracts stay far below. */
const blanksOutOfSight = /[^\S\r\n]{200}[^\S\r\n]*\S|(?:\r?\n[^\S\r\n]*){50}\s*\S/;

/** A part of a document whose texts people and models read. */
export interface TextRoot {
  readonly doc: SourceDoc;
  readonly path: JsonPath;
  readonly value: JsonValue;
  /** How to keep such a text, where that is possible. */
  readonly help: string;
}

/**
 * Refuses texts that are not what they look like: every string and every key below a place. What a reviewer sees has to be what
 * a model reads. One finding a text. Lone surrogates are refused by the parser, everywhere.
 */
export function checkText(root: TextRoot): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const look = (text: string, path: JsonPath, target: LocateTarget) => {
    const finding = findingIn(text, path, target, root);
    if (finding !== undefined) diagnostics.push(finding);
  };
  // The parser has bounded the depth.
  const visit = (value: JsonValue, path: JsonPath): void => {
    if (typeof value === 'string') look(value, path, 'value');
    else if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, [...path, index]);
    else if (isJsonObject(value)) {
      for (const [key, member] of Object.entries(value)) {
        look(key, [...path, key], 'key');
        visit(member, [...path, key]);
      }
    }
  };
  visit(root.value, root.path);
  return diagnostics;
}

function findingIn(
  text: string,
  path: JsonPath,
  target: LocateTarget,
  { doc, help }: TextRoot,
): Diagnostic | undefined {
  const found = firstHidden(text);
  if (found !== undefined && found.kind !== 'half of a surrogate pair') {
    const span = spanOf(found, text, doc.locate(path, target));
    return diagnose('text/hidden-character', { character: codePointOf(found.text), kind: found.kind }, { span, help });
  }
  const blanks = text.length < 50 ? null : blanksOutOfSight.exec(text);
  if (blanks === null) return undefined;
  return diagnose('text/out-of-sight', { count: blanks[0].length - 1 }, { span: doc.locate(path, target), help });
}

/** The character itself in the source: as it stands there, or as an escape of YAML or JSON; the whole text when neither is found. */
function spanOf(found: HiddenCharacter, text: string, whole: Span): Span {
  const { file, start, end } = whole;
  const source = file.text.slice(start, end);
  const before = text.slice(0, found.index).split(found.text).length - 1;
  let at = -1;
  for (let i = 0; i <= before; i++) at = source.indexOf(found.text, at + 1);
  if (at !== -1) return { file, start: start + at, end: start + at + found.text.length };
  const hex = [...found.text].map((each) => (each.codePointAt(0) ?? 0).toString(16));
  const units = Array.from({ length: found.text.length }, (_, i) =>
    found.text.charCodeAt(i).toString(16).padStart(4, '0'),
  );
  const escaped = new RegExp(
    `\\\\[xuU]0*${hex.join('')}|\\\\u${units.join('\\\\u')}${found.text === '\0' ? '|\\\\0' : ''}`,
    'i',
  ).exec(source);
  if (escaped === null) return whole;
  return { file, start: start + escaped.index, end: start + escaped.index + escaped[0].length };
}
