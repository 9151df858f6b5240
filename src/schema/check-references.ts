import { diagnose } from '../diagnostics/catalogue.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { type JsonObject, toPointer } from '../json.js';
import { inPlaceKeywords } from './keywords.js';
import { resolveReference, type SharedUnits, type Target } from './resolve-reference.js';
import { locateIn, positionAt, type SchemaUnit } from './schema-unit.js';

/** Every `$ref` of the project with where it leads, keyed by unit and pointer. */
export type References = ReadonlyMap<SchemaUnit, ReadonlyMap<string, Target>>;

/** Resolves every reference of every unit, and refuses cycles that never reach a property or an item. */
export function checkReferences(
  units: readonly SchemaUnit[],
  shared: SharedUnits,
): { references: References; diagnostics: Diagnostic[]; broken: ReadonlySet<SchemaUnit> } {
  const references = new Map<SchemaUnit, Map<string, Target>>();
  const diagnostics: Diagnostic[] = [];
  const broken = new Set<SchemaUnit>();
  for (const unit of units) {
    const targets = new Map<string, Target>();
    references.set(unit, targets);
    if (unit.size.references === 0) continue;
    for (const [pointer, position] of unit.positions) {
      const { schema } = position.subschema;
      if (typeof schema === 'boolean' || typeof schema['$ref'] !== 'string') continue;
      const found = resolveReference(unit, position, shared);
      if (found !== undefined && 'unit' in found) {
        targets.set(pointer, found);
        continue;
      }
      broken.add(unit);
      if (found !== undefined) diagnostics.push(found);
    }
  }
  for (const { unit, pointer } of findCycles(units, references)) {
    broken.add(unit);
    const { subschema } = positionAt(unit, pointer);
    const ref = String((subschema.schema as JsonObject)['$ref']);
    const span = locateIn(unit, [...subschema.path, '$ref']);
    diagnostics.push(diagnose('schema/ref-cycle', { ref }, { span }));
  }
  return { references, diagnostics, broken };
}

/** References that close a cycle made of references and in-place keywords only. Depth-first, with its own stack. */
function findCycles(units: readonly SchemaUnit[], references: References): Target[] {
  const done = new Set<string>();
  const cycles: Target[] = [];
  for (const unit of units) {
    for (const start of references.get(unit)?.keys() ?? []) {
      const path: { node: Target; next: Target[] }[] = [];
      const onPath = new Set<string>();
      const enter = (node: Target) => {
        path.push({ node, next: successors(node, references) });
        onPath.add(idOf(node));
      };
      if (done.has(idOf({ unit, pointer: start }))) continue;
      enter({ unit, pointer: start });
      for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
        const next = top.next.pop();
        if (next === undefined) {
          done.add(idOf(top.node));
          onPath.delete(idOf(top.node));
          path.pop();
        } else if (onPath.has(idOf(next))) {
          const closing = path.findLast((each) => references.get(each.node.unit)?.has(each.node.pointer));
          cycles.push((closing ?? top).node);
        } else if (!done.has(idOf(next))) enter(next);
      }
    }
  }
  return cycles;
}

function idOf(node: Target): string {
  return `${node.unit.key}\n${node.pointer}`;
}

function successors(node: Target, references: References): Target[] {
  const found: Target[] = [];
  const target = references.get(node.unit)?.get(node.pointer);
  if (target !== undefined) found.push(target);
  const schema = node.unit.positions.get(node.pointer)?.subschema.schema;
  if (typeof schema === 'object') {
    for (const keyword of Object.keys(schema)) {
      if (!inPlaceKeywords.has(keyword)) continue;
      const value = schema[keyword];
      const names = Array.isArray(value)
        ? value.keys()
        : typeof value === 'object' && value !== null
          ? Object.keys(value)
          : [];
      const direct = `${node.pointer}/${keyword}`;
      if (node.unit.positions.has(direct)) found.push({ unit: node.unit, pointer: direct });
      for (const name of names) {
        const pointer = direct + toPointer([name]);
        if (node.unit.positions.has(pointer)) found.push({ unit: node.unit, pointer });
      }
    }
  }
  return found;
}
