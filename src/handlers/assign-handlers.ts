import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic, Span } from '../diagnostics/diagnostic.js';
import type { Model } from '../model/model.js';
import { byKindAndName, type Handled, type HandledKind, handledKinds } from './handled.js';
import { foldedPath, folderOf, standardPath } from './handler-paths.js';
import type { HandlerFile, Marker } from './inspect-file.js';

/** A file that says it implements something which no manifest declares. */
export interface Orphan {
  readonly file: HandlerFile;
  readonly kind: HandledKind;
  readonly name: string;
  /** Where it says so. */
  readonly span: Span;
}

/** Which file implements what, as far as the files themselves tell. */
export interface Assignment {
  readonly handlers: ReadonlyMap<Handled, HandlerFile>;
  /** What has no file, in the order of the contract. */
  readonly unbound: readonly Handled[];
  readonly orphans: readonly Orphan[];
  readonly diagnostics: readonly Diagnostic[];
  /** What each file says it implements, if anything. */
  readonly claims: ReadonlyMap<HandlerFile, Claim | undefined>;
}

/** What a file says it implements. */
export interface Claim {
  readonly kind: HandledKind;
  readonly marker: Marker;
}

/**
 * Gives everything its file: the one whose marker (`export const tool`, `export const prompt` ...) names it, or else the one that has its
 * file name and names nothing. Everything else is a helper of the author.
 */
export function assignHandlers(model: Model, all: readonly Handled[], files: readonly HandlerFile[]): Assignment {
  const find = byKindAndName(all);
  const handlers = new Map<Handled, HandlerFile>();
  const spans = new Map<Handled, Span>();
  const orphans: Orphan[] = [];
  const diagnostics: Diagnostic[] = [];
  const byStandardPath = new Map(all.map((each) => [foldedPath(standardPath(model, each)), each]));
  const inPlaceOf = ({ source }: HandlerFile) => byStandardPath.get(foldedPath(source.path));
  const claims = new Map(files.map((file) => [file, claimOf(model, file, find, inPlaceOf(file))]));

  for (const file of files) {
    const claim = claims.get(file);
    if (claim?.marker.kind !== 'literal') continue;
    const { kind } = claim;
    const { name, span } = claim.marker;
    const handled = find(kind, name);
    const first = handled && handlers.get(handled);
    if (handled === undefined) orphans.push({ file, kind, name, span });
    else if (first === undefined) {
      handlers.set(handled, file);
      spans.set(handled, span);
    } else diagnostics.push(duplicate(handled, file, span, first, spans.get(handled)));
  }

  for (const file of files) {
    const claim = claims.get(file);
    if (claim?.marker.kind === 'literal') continue;
    const handled = inPlaceOf(file);
    const isHandler = handled !== undefined && !handlers.has(handled);
    if (isHandler) handlers.set(handled, file);
    if (claim !== undefined && (isHandler || file.hasDefault)) {
      const where = { span: claim.marker.span, severity: isHandler ? 'error' : 'warning' } as const;
      diagnostics.push(diagnose('handlers/not-literal', { path: file.source.path, kind: claim.kind }, where));
    }
  }
  return { handlers, unbound: all.filter((each) => !handlers.has(each)), orphans, diagnostics, claims };
}

/**
 * What names something of the contract counts. Beyond that, `tool` always says what it says; the other words are what authors call things
 * of their own, too, and count in the folder of their kind, where such a file belongs.
 */
function claimOf(
  model: Model,
  file: HandlerFile,
  find: ReturnType<typeof byKindAndName>,
  inPlace: Handled | undefined,
): Claim | undefined {
  const made = handledKinds.flatMap((kind): Claim[] => {
    const marker = file.markers[kind];
    return marker === undefined ? [] : [{ kind, marker }];
  });
  const isInFolder = ({ kind }: Claim) =>
    foldedPath(file.source.path).startsWith(foldedPath(`${folderOf(model, kind)}/`));
  return (
    made.find(({ kind, marker }) => marker.kind === 'literal' && find(kind, marker.name) !== undefined) ??
    made.find(({ kind }) => kind === 'tool' || kind === inPlace?.kind) ??
    made.find((claim) => file.hasDefault && isInFolder(claim))
  );
}

function duplicate(
  { kind, model }: Handled,
  file: HandlerFile,
  span: Span,
  first: HandlerFile,
  other: Span | undefined,
) {
  const related = other === undefined ? [] : [{ message: 'the other one', span: other }];
  const params = { kind, name: model.name, path: file.source.path, other: first.source.path };
  return diagnose('handlers/duplicate', params, { span, related });
}
