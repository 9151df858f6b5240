import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../../diagnostics/diagnostic.js';
import { type Constant, feedsMapped, type Piece } from '../../flow/flow.js';
import type { JsonObject, JsonPath, JsonValue } from '../../json.js';
import type { Mapping } from '../../manifest/manifest.generated.js';
import type { Origin } from '../../manifest/read-manifests.js';
import { originOf } from '../../model/workflow-reference.js';
import { absentPart } from '../absent-part.js';
import { describeReasons, isCertain, mendFor, reasonsByPiece } from '../explain-flow.js';
import type { Scope } from './scope.js';

/** A list of mappings that together make one value. */
export interface Assembly {
  readonly mappings: readonly Mapping[];
  /** Where the list stands in the file. */
  readonly origin: Origin;
  readonly scope: Scope;
  /** What the value must satisfy; undefined when that has an error of its own. */
  readonly target: JsonObject | undefined;
  /** What the value is for, as in "the input of `get_ticket`". */
  readonly purpose: string;
  /**
   * Whether a value of a skipped step leaves a gap. Otherwise whoever uses it is skipped too, and there is none.
   */
  readonly hasGaps: boolean;
  /** Whether it is the workflow's output: nothing at all is none, where an input would then be `{}`. */
  readonly isOutput?: boolean;
  readonly related?: readonly RelatedSpan[];
}

/** Checks that every reference leads somewhere and that the assembled value fits. */
export function checkAssembly(assembly: Assembly): Diagnostic[] {
  const { mappings, origin, target, purpose, related = [] } = assembly;
  const diagnostics: Diagnostic[] = [];
  const pieces = mappings.map((mapping, index) => toPiece(mapping, [index], assembly, diagnostics));
  if (target === undefined || !pieces.every((piece) => piece !== undefined)) return diagnostics;
  if (assembly.isOutput === true && !isSomething(pieces)) {
    const params = { target: purpose, reasons: ['sometimes there is nothing at all'], certain: true };
    const mend = mendFor(0, [{ path: '', kind: 'missing', produced: 'nothing', needed: 'a value', certain: true }]);
    return [...diagnostics, diagnose('workflow/mapping', { ...params, mend }, { span: spanOfList(origin) })];
  }
  const verdict = feedsMapped(pieces, target);
  if (verdict.ok) return diagnostics;
  for (const [piece, reasons] of reasonsByPiece(verdict.reasons)) {
    const params = {
      target: purpose,
      reasons: describeReasons(reasons),
      certain: isCertain(reasons),
      mend: mendFor(piece, reasons),
    };
    const span = piece === undefined ? spanOfList(origin) : spanOfPiece(mappings[piece], piece, origin);
    diagnostics.push(diagnose('workflow/mapping', params, { span, related }));
  }
  return diagnostics;
}

/** Whether a value always comes of the pieces: one with a place inside makes an object, and else one has to be there. */
function isSomething(pieces: readonly (Piece | Constant)[]): boolean {
  if (pieces.some(({ to }) => to !== '')) return true;
  const inside = pieces.map((piece) => ({ ...piece, to: '/value' }));
  return feedsMapped(inside, { type: 'object', required: ['value'] }).ok;
}

function toPiece(
  { from, to, value, default: otherwise }: Mapping,
  at: JsonPath,
  { origin, scope, hasGaps, mappings }: Assembly,
  diagnostics: Diagnostic[],
): Piece | Constant | undefined {
  if (from === undefined) return { value: value as JsonValue, to };
  const source = sourceOf(from, { ...origin, path: [...origin.path, ...at, 'from'] }, scope, diagnostics);
  if (source === undefined) return undefined;
  // Without a gap for it, a step is skipped with each that it takes a value from; what has a default is not waited for.
  const isOptional = source.isSkippable && (hasGaps || areDefaulted(source.value, mappings, scope));
  return {
    schema: source.schema,
    from: source.pointer,
    to,
    source: source.value,
    ...(isOptional ? { optional: true } : {}),
    ...(otherwise === undefined ? {} : { default: otherwise as JsonValue }),
  };
}

/** Whether every part of this value has another to stand in for it. */
function areDefaulted(value: string, mappings: readonly Mapping[], scope: Scope): boolean {
  return mappings.every(({ from, default: otherwise }) => {
    const found = from === undefined || otherwise !== undefined ? undefined : scope.find(from);
    return found === undefined || !('source' in found) || found.source?.value !== value;
  });
}

/** What a reference leads to; reports a name that nothing has, and a part that no value has. */
export function sourceOf(reference: string, { doc, path }: Origin, scope: Scope, diagnostics: Diagnostic[]) {
  const found = scope.find(reference);
  if ('source' in found) {
    const { source } = found;
    const absent = source && absentPart(source.schema, source.pointer);
    if (source === undefined || absent === undefined) return source;
    const from = source.value === 'input' ? 'the input' : `the result of the step ${JSON.stringify(source.value)}`;
    diagnostics.push(
      diagnose('workflow/absent-part', { from, place: source.pointer, ...absent }, { span: doc.locate(path) }),
    );
    return undefined;
  }
  if ('giver' in found) {
    diagnostics.push(diagnose('workflow/no-result', found.giver, { span: doc.locate(path) }));
    return undefined;
  }
  const { isLater, suggestion } = found;
  const params = { name: originOf(reference), isLater, suggestion };
  diagnostics.push(diagnose('workflow/unknown-source', params, { span: doc.locate(path) }));
  return undefined;
}

function spanOfPiece(mapping: Mapping | undefined, index: number, { doc, path }: Origin) {
  const member = mapping?.from === undefined ? 'value' : 'from';
  return doc.locate([...path, index, member]);
}

/** The list's key; where there is no list, what it would stand in. */
function spanOfList({ doc, path }: Origin) {
  return doc.locate(path, 'key');
}
