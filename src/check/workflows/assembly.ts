import { diagnose } from '../../diagnostics/catalogue.js';
import type { Diagnostic, RelatedSpan } from '../../diagnostics/diagnostic.js';
import { type Constant, feedsMapped, type Piece } from '../../flow/flow.js';
import type { JsonObject, JsonPath, JsonValue } from '../../json.js';
import type { Mapping } from '../../manifest/manifest.generated.js';
import type { Origin } from '../../manifest/read-manifests.js';
import { originOf } from '../../model/workflow-reference.js';
import { describeReasons, isCertain } from '../explain-flow.js';
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
  readonly related?: readonly RelatedSpan[];
}

/** Checks that every reference leads somewhere and that the assembled value fits. */
export function checkAssembly(assembly: Assembly): Diagnostic[] {
  const { mappings, origin, target, purpose, related = [] } = assembly;
  const diagnostics: Diagnostic[] = [];
  const pieces = mappings.map((mapping, index) => toPiece(mapping, [index], assembly, diagnostics));
  if (target === undefined || !pieces.every((piece) => piece !== undefined)) return diagnostics;
  const verdict = feedsMapped(pieces, target);
  if (verdict.ok) return diagnostics;
  const byPlace = new Map<number | undefined, (typeof verdict.reasons)[number][]>();
  for (const reason of verdict.reasons) byPlace.set(reason.piece, [...(byPlace.get(reason.piece) ?? []), reason]);
  for (const [piece, reasons] of byPlace) {
    const params = { target: purpose, reasons: describeReasons(reasons), certain: isCertain(reasons) };
    const span = piece === undefined ? spanOfList(origin) : spanOfPiece(mappings[piece], piece, origin);
    diagnostics.push(diagnose('workflow/mapping', params, { span, related }));
  }
  return diagnostics;
}

function toPiece(
  { from, to, value, default: otherwise }: Mapping,
  at: JsonPath,
  { origin, scope, hasGaps }: Assembly,
  diagnostics: Diagnostic[],
): Piece | Constant | undefined {
  if (from === undefined) return { value: value as JsonValue, to };
  const source = sourceOf(from, { ...origin, path: [...origin.path, ...at, 'from'] }, scope, diagnostics);
  if (source === undefined) return undefined;
  return {
    schema: source.schema,
    from: source.pointer,
    to,
    source: source.value,
    ...(hasGaps && source.isSkippable ? { optional: true } : {}),
    ...(otherwise === undefined ? {} : { default: otherwise as JsonValue }),
  };
}

/** What a reference leads to; reports a name that nothing has. */
export function sourceOf(reference: string, { doc, path }: Origin, scope: Scope, diagnostics: Diagnostic[]) {
  const found = scope.find(reference);
  if ('source' in found) return found.source;
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
