import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { exceeded } from '../limits/exceeded.js';
import type { Limits } from '../limits/limits.js';
import type { References } from './check-references.js';
import { PathCounter } from './count-paths.js';
import { type SchemaSize, totals } from './schema-bounds.js';
import { locateIn, type SchemaUnit } from './schema-unit.js';

/** A tool, or a shared schema, with the units that its own schemas are. */
export interface Root {
  /** As messages call it: `the tool "create_ticket"`. */
  readonly subject: string;
  readonly units: readonly SchemaUnit[];
}

/**
 * The bounds on what references add up to: chains of them, ways through branches, and what a tool's schemas hold together once the
 * shared ones travel with them. `known` units are within those that concern one unit alone, and refer to nothing. Runs after the references are known to resolve without cycles, and before anything is copied.
 */
export function checkReach(
  roots: readonly Root[],
  references: References,
  limits: Limits,
  known: ReadonlySet<SchemaUnit>,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const units = new Set(roots.flatMap((root) => root.units));
  const counter = new PathCounter(references);
  for (const unit of units) {
    if (known.has(unit)) continue;
    const finding = longChain(unit, references, limits) ?? manyPaths(unit, counter, limits);
    if (finding !== undefined) diagnostics.push(finding);
  }
  if (diagnostics.length > 0) return diagnostics;

  let subschemas = 0;
  for (const { subject, units: own } of roots) {
    const sizes = [...closureOf(own, references)].map((unit) => unit.size);
    subschemas += sum(sizes, 'subschemas');
    for (const total of totals) {
      const value = sum(sizes, total);
      if (value <= limits[total]) continue;
      const span = own[0] === undefined ? undefined : locateIn(own[0], [], 'key');
      diagnostics.push(exceeded(total, value, limits, { subject, span }));
    }
  }
  if (subschemas > limits.totalSubschemas) diagnostics.push(exceeded('totalSubschemas', subschemas, limits));
  return diagnostics;
}

/** The first reference from which too many others follow. */
function longChain(unit: SchemaUnit, references: References, limits: Limits): Diagnostic | undefined {
  for (const [pointer, first] of references.get(unit) ?? []) {
    let length = 0;
    for (let next: typeof first | undefined = first; next !== undefined && length <= limits.referenceChain; length++) {
      next = references.get(next.unit)?.get(next.pointer);
    }
    if (length <= limits.referenceChain) continue;
    const path = unit.positions.get(pointer)?.subschema.path ?? [];
    const span = locateIn(unit, [...path, '$ref']);
    return exceeded('referenceChain', length, limits, { span, atLeast: true });
  }
  return undefined;
}

function manyPaths(unit: SchemaUnit, counter: PathCounter, limits: Limits): Diagnostic | undefined {
  for (const [pointer, { subschema }] of unit.positions) {
    const paths = counter.pathsAt(unit, pointer);
    if (paths <= limits.compositionPaths) continue;
    const span = locateIn(unit, subschema.path, 'key');
    return exceeded('compositionPaths', paths, limits, { span, atLeast: true });
  }
  return undefined;
}

/** The units that some units need, themselves included. */
export function closureOf(start: readonly SchemaUnit[], references: References): Set<SchemaUnit> {
  const found = new Set(start);
  for (const unit of found) {
    for (const target of references.get(unit)?.values() ?? []) found.add(target.unit);
  }
  return found;
}

function sum(sizes: readonly SchemaSize[], total: keyof SchemaSize): number {
  return sizes.reduce((all, size) => all + size[total], 0);
}
