import { type ParseResult, parseSync } from 'oxc-parser';
import { type EmittedFile, joinPieces } from '../emitted-file.js';
import { strayInChecks } from './gate-checks.js';

/** What may stand at the top of a module that is made from a contract. Nothing of it runs anything but declarations. */
const allowedStatements = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportNamedDeclaration',
  'FunctionDeclaration',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'VariableDeclaration',
]);

/** The modules of `validators/` are a code generator's work, so more of them is looked at than their top: see gate-checks.ts. */
const checksFile = /\/validators\/[^/]+\.ts$/;

/** Whether a file has to pass the gate: it is code, and holds something of a contract. */
export function isGated({ path, shipped }: EmittedFile): boolean {
  return path.endsWith('.ts') && !shipped;
}

/** A file as the gate looks at it: statements that are well-formed one after the other are so together. */
export function piecesOf({ pieces, ...file }: EmittedFile): readonly EmittedFile[] {
  if (pieces === undefined) return [file];
  if (joinPieces(pieces).text !== file.text) throw new Error(`${file.path} is not what its pieces are`);
  return pieces.map((text) => ({ ...file, text }));
}

/**
 * Parses every module that holds text from a contract before a byte is written. The constructors of this folder make ill-formed
 * or executable text impossible; this is the second lock on the same door, so a failure is a bug of ours.
 */
export function assertWellFormed(files: readonly EmittedFile[]): void {
  for (const file of files.flatMap(piecesOf)) {
    if (!isGated(file)) continue;
    const parsed = parseSync(file.path, file.text, { sourceType: 'module' });
    const [first] = parsed.errors;
    if (first !== undefined) throw new Error(`${file.path} would not parse: ${first.message}`);
    if (file.kind !== 'generated') continue;
    const isChecks = checksFile.test(file.path);
    if (!isChecks && hasOnlyImportsAndExports(file.text, parsed)) continue;
    const { program } = parsed;
    const stray = program.body.find((statement) => !allowedStatements.has(statement.type));
    if (stray !== undefined) throw new Error(`${file.path} would hold a ${stray.type} at its top`);
    if (!isChecks) continue;
    const strange = strayInChecks(program);
    if (strange !== undefined) throw new Error(`${file.path} would hold ${strange}`);
  }
}

/** What is exported of an import has no place of its own in what the parser lists. It names, and runs nothing. */
const exportLists = /^\s*(?:export(?: type)? \{[\w$,\s]*\};\s*)*$/;

/**
 * Whether imports, named exports and comments are all that there is. Answered from what the parser lists of a module: to build its
 * tree takes most of the time of a large one.
 */
function hasOnlyImportsAndExports(text: string, { module, comments }: ParseResult): boolean {
  const named = module.staticExports.filter(({ entries }) =>
    entries.every(({ exportName }) => exportName.kind !== 'Default'),
  );
  const spans = [...module.staticImports, ...named, ...comments].sort((a, b) => a.start - b.start);
  let end = 0;
  for (const span of spans) {
    // Comments inside of statements have been passed already.
    if (span.start >= end && !exportLists.test(text.slice(end, span.start))) return false;
    end = Math.max(end, span.end);
  }
  return exportLists.test(text.slice(end));
}
