import { type ParseResult, parseSync } from 'oxc-parser';
import type { Span } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source-file.js';
import { type HandledKind, handledKinds } from './handled.js';

type Statement = ParseResult['program']['body'][number];
/** An expression of a module that was parsed. */
export type Expression = NonNullable<
  Extract<Statement, { type: 'VariableDeclaration' }>['declarations'][number]['init']
>;
type ExportEntry = ParseResult['module']['staticExports'][number]['entries'][number];

/** What a file of the author says about itself. It is read, never run. */
export interface HandlerFile {
  readonly source: SourceFile;
  /** A value is exported as `default`, here or from elsewhere. */
  readonly hasDefault: boolean;
  /** What it exports under the name of each kind, such as `export const tool`. */
  readonly markers: Readonly<Partial<Record<HandledKind, Marker>>>;
}

/** A string (with its literal's place), or something that only running the file would tell. */
export type Marker =
  | { readonly kind: 'literal'; readonly name: string; readonly span: Span }
  | { readonly kind: 'computed'; readonly span: Span };

/** The first thing that stops a file from being read as TypeScript. */
export interface SyntaxProblem {
  readonly problem: string;
  readonly span: Span;
}

/**
 * Reads one TypeScript module of the author without running it.
 * The parser's offsets are UTF-16 code units of the text, a byte order mark included, so they are spans as they are.
 */
export function inspectFile(source: SourceFile): HandlerFile | SyntaxProblem {
  const parsed = parseModule(source);
  const error = parsed.errors.find((each) => each.severity === 'Error');
  if (error !== undefined) {
    const label = error.labels[0];
    return { problem: error.message, span: { file: source, start: label?.start ?? 0, end: label?.end ?? 0 } };
  }
  const exported = parsed.module.staticExports.flatMap((each) => each.entries).filter((each) => !each.isType);
  const markers = handledKinds.flatMap((kind) => {
    const entry = exported.find((each) => each.exportName.name === kind);
    return entry === undefined ? [] : [[kind, readMarker(source, parsed, entry)] as const];
  });
  return {
    source,
    hasDefault: exported.some((each) => each.exportName.kind === 'Default' || each.exportName.name === 'default'),
    markers: Object.fromEntries(markers),
  };
}

/** Parses a TypeScript module; findings are in `errors`, nothing is thrown. */
export function parseModule(source: SourceFile): ParseResult {
  // The plain JavaScript tree holds all that is asked for here, and takes half the time to build.
  return parseSync(source.path, source.text, { lang: 'ts', sourceType: 'module', astType: 'js' });
}

/** The initialiser of a module's top-level variable, without `as const` and the like around it. */
export function initialiserOf(parsed: ParseResult, name: string): Expression | undefined {
  for (const statement of parsed.program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    const found = declaration.declarations.find((each) => each.id.type === 'Identifier' && each.id.name === name);
    if (found?.init) return declaration.kind === 'const' ? bare(found.init) : undefined;
  }
  return undefined;
}

function readMarker(source: SourceFile, parsed: ParseResult, entry: ExportEntry): Marker {
  const local = entry.localName.name;
  const value = local === null ? undefined : initialiserOf(parsed, local);
  const name = value === undefined ? undefined : stringOf(value);
  const { start, end } = value ?? {
    start: entry.exportName.start ?? entry.start,
    end: entry.exportName.end ?? entry.end,
  };
  const span = { file: source, start, end };
  return name === undefined ? { kind: 'computed', span } : { kind: 'literal', name, span };
}

function bare(expression: Expression): Expression {
  switch (expression.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return bare(expression.expression);
    default:
      return expression;
  }
}

function stringOf(expression: Expression): string | undefined {
  if (expression.type === 'Literal' && typeof expression.value === 'string') return expression.value;
  if (expression.type !== 'TemplateLiteral' || expression.expressions.length > 0) return undefined;
  return expression.quasis[0]?.value.cooked ?? undefined;
}
